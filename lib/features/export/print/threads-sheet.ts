import type { Zone } from "@/lib/domain/time/zones";
import { formatInstant } from "@/lib/i18n/format";
import type { CellValue, WorkSheet } from "@/lib/platform/sheets/workbook";
import type { CollectedThreads, CollectedThread } from "@/lib/features/export/read/threads";
import type { RegisterWords } from "./words";

/** Threads about the entries, a row per message, part of a controller's file, whose clock dates them. */
export function threadsSheet(
  { lines }: CollectedThreads,
  zone: Zone | undefined,
  { document, locale }: RegisterWords,
): WorkSheet {
  const heads = [
    { head: document("csv.reference"), width: 14 },
    { head: document("xlsx.thread.number"), width: 8 },
    { head: document("xlsx.thread.when"), width: 30 },
    { head: document("xlsx.thread.side"), width: 18 },
    { head: document("xlsx.thread.author"), width: 24 },
    { head: document("xlsx.thread.text"), width: 110 },
  ];
  const formatAt = (saidAt: string) => formatInstant(Date.parse(saidAt), zone ?? "Europe/Paris", locale);
  return {
    name: document("xlsx.thread.sheet"),
    columns: heads,
    rows: rowsOf(lines.lines(), (side) => document(`xlsx.thread.sides.${side}`), formatAt),
  };
}

async function* rowsOf(
  lines: AsyncIterable<string>,
  nameSide: (side: string) => string,
  formatAt: (saidAt: string) => string,
): AsyncGenerator<CellValue[]> {
  for await (const line of lines) {
    const { reference, messages } = JSON.parse(line) as CollectedThread;
    for (const { number, saidAt, side, author, text } of messages)
      yield [reference, number, formatAt(saidAt), nameSide(side), author, text];
  }
}
