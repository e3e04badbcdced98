import { expect, it } from "vitest";
import { findAnswerColumns, denialIn } from "@/lib/domain/choice/consent-answer";
import { areComplete, findConsentColumns } from "@/lib/domain/choice/consent-heads";
import { CONSENT_ZONE, readConsentLine } from "@/lib/domain/choice/consent-line";
import { columnsOfOpenOrder } from "@/lib/domain/call-log/date-order";
import { proposeLayout } from "@/lib/domain/call-log/propose-layout";
import { readCall } from "@/lib/domain/call-log/read-call";
import { makeInstantReader } from "@/lib/domain/call-log/read-instant";
import { fold } from "@/lib/domain/text/fold";
import { todayIn } from "@/lib/domain/time/zones";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import { findCsvLayout, readCsvRecords } from "./csv-file";
import { numberCells } from "./number-cell";
import { CALL_FILES, CONSENT_FILES, type CallFile, type ConsentFile } from "./written-calls.fixture";

const NOW = Date.parse("2026-11-28T09:00:00Z");
const numbers = numberCells({ countries: ["FR"] });

function bytesOf({ lines, writing }: CallFile | ConsentFile): Uint8Array<ArrayBuffer> {
  const text = [...lines, ""].join("\r\n");
  if (writing === "utf-16") return Uint8Array.from(Buffer.from(`\uFEFF${text}`, "utf16le"));
  if (writing === "windows-1252") return Uint8Array.from(Buffer.from(text, "latin1"));
  return Uint8Array.from(Buffer.from(writing === "utf-8" ? text : `\uFEFF${text}`));
}

async function rowsOf(file: CallFile | ConsentFile): Promise<string[][]> {
  const blob = new Blob([bytesOf(file)]);
  const layout = await findCsvLayout(blob);
  if (!layout) throw new Error("The file is no text.");
  const rows: string[][] = [];
  for await (const { cells } of readCsvRecords(blob, layout)) rows.push(cells);
  return rows;
}

it.each(CALL_FILES.map((file) => [file.name, file] as const))("a log: %s", async (_, file) => {
  const rows = await rowsOf(file);
  const proposed = proposeLayout(rows);
  const at = proposed.columns.at ?? -1;
  expect(columnsOfOpenOrder(rows)).not.toContain(at);
  const layout = {
    ...proposed,
    delimiter: ";" as const,
    encoding: "utf-8" as const,
    zone: "Europe/Paris" as const,
    dialPrefix: "",
    numberCountry: null,
    countryColumn: "" as const,
    onlyValue: "",
  };
  const readers = {
    instants: makeInstantReader(layout.timeFormat, layout.zone),
    readNumber: numbers.read,
    doubtOf: numbers.doubtOf,
    readShown: () => "",
    now: NOW,
  };
  const read = rows.slice(layout.hasHead ? 1 : 0).map((cells) => {
    const found = readCall(cells, layout, readers);
    return found.kind === "call" ? { number: found.call.number, at: isoOf(found.call.at) } : null;
  });
  expect(read).toEqual(file.truth);
});

const isoOf = (instant: number) => new Date(instant).toISOString().replace(".000Z", "Z");

it.each(CONSENT_FILES.map((file) => [file.name, file] as const))("consents: %s", async (_, file) => {
  const [head = [], ...rows] = await rowsOf(file);
  const heads = head.map(fold);
  const columns = findConsentColumns(heads);
  expect(areComplete(columns)).toBe(true);
  const answers = findAnswerColumns(heads, Object.values(columns));
  const read = rows.map((cells) => {
    const cell = (column: number | undefined) =>
      column === undefined ? "" : restoreCell(cells[column] ?? "");
    const number = numbers.read(cell(columns.number), cell(columns.prefix), cell(columns.country));
    const stated = {
      number: cell(columns.number),
      givenOn: cell(columns.givenOn),
      validUntil: cell(columns.validUntil),
      duration: cell(columns.duration),
      proof: cell(columns.proof),
      wording: cell(columns.wording),
    };
    const consent = readConsentLine(stated, { number, now: NOW });
    if (typeof consent === "string" || number === null || denialIn(cells, answers)) return null;
    return { number, on: todayIn(CONSENT_ZONE, consent.givenAt), until: consent.validUntil };
  });
  expect(read).toEqual(file.truth);
});
