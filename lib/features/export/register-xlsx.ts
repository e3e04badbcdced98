import { withoutIsolates } from "@/lib/i18n/bidi";
import { directionOf } from "@/lib/i18n/locale";
import { LONGEST_CELL, writeXlsx, type CellValue, type WorkSheet } from "@/lib/platform/sheets/xlsx-writer";
import type { Column } from "./csv/columns";
import { REGISTER_COLUMNS } from "./csv/register-columns";
import { coverRows } from "./document/cover";
import type { ExportedRecord, RegisterVolume } from "./register-export";
import type { RegisterWords } from "./words";

/** A text too long for one cell: where it stands, and its pieces after the first. */
type Overflow = { reference: string; head: string; pieces: string[] };

/**
 * The register as a workbook: the common page, then one row per record under the same heads as the CSV. Days are days
 * that a spreadsheet sorts; a text too long for a cell goes on in a third sheet. `hash` is the volume's content hash.
 */
export function writeRegisterXlsx(
  volume: RegisterVolume,
  { hash, words }: { hash: string; words: RegisterWords },
): AsyncGenerator<Uint8Array> {
  const columns = REGISTER_COLUMNS[volume.capacity];
  const heads = columns.map(({ key }) => withoutIsolates(words.document(`csv.${key}`)));
  const overflows: Overflow[] = [];
  const rows = volume.records.map((record) =>
    columns.map((column, at) => cellOf(column, record, { head: heads[at]!, words, overflows })),
  );
  const sheets: WorkSheet[] = [
    coverSheet(volume, { hash, words }),
    {
      name: words.document("xlsx.register"),
      columns: heads.map((head, at) => ({ head, width: columns[at]!.width ?? 24 })),
      rows,
    },
  ];
  if (overflows.length > 0) sheets.push(overflowSheet(overflows, words));
  return writeXlsx({
    isRightToLeft: directionOf(words.locale) === "rtl",
    createdAt: new Date(volume.takenAt),
    sheets,
  });
}

function coverSheet(
  volume: RegisterVolume,
  { hash, words }: { hash: string; words: RegisterWords },
): WorkSheet {
  const rows = coverRows(volume, words).map(({ label, lines }) => [
    label,
    lines.map(({ text }) => text).join("\n"),
  ]);
  const named = volume.capacity === "controller" ? "document.own" : "document";
  return {
    name: words.document("xlsx.cover"),
    columns: [
      { head: words.document(`${named}.title`), width: 34 },
      { head: words.document(`${named}.subtitle`), width: 90 },
    ],
    rows: [...rows, [words.document("document.fingerprint"), hash]],
  };
}

function cellOf(
  { cell, kind }: Column,
  record: ExportedRecord,
  { head, words, overflows }: { head: string; words: RegisterWords; overflows: Overflow[] },
): CellValue {
  const text = withoutIsolates(cell(record, words));
  if (kind === "day") return dayOf(text) ?? text;
  if (kind === "number") return Number(text);
  if (text.length <= LONGEST_CELL) return text;
  const mark = `\n${words.document("xlsx.goesOn", { sheet: words.document("xlsx.overflow") })}`;
  const [first = "", ...pieces] = cut(text, LONGEST_CELL - mark.length);
  overflows.push({ reference: record.reference, head, pieces });
  return first + mark;
}

function overflowSheet(overflows: readonly Overflow[], { document }: RegisterWords): WorkSheet {
  return {
    name: document("xlsx.overflow"),
    columns: [
      { head: document("csv.reference"), width: 14 },
      { head: document("xlsx.column"), width: 30 },
      { head: document("xlsx.text"), width: 110 },
    ],
    rows: overflows.flatMap(({ reference, head, pieces }) => pieces.map((piece) => [reference, head, piece])),
  };
}

/** "03/02/2026" is a day; "mars 2024" stays as it is known. */
function dayOf(text: string): Date | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  return year ? new Date(`${year}-${month}-${day}T00:00:00Z`) : null;
}

/** Pieces of at most `size` units, no surrogate pair cut in two. */
function cut(text: string, size: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + size, text.length);
    if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1]!)) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
