import { itemAt } from "@/lib/domain/invariant/required";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { directionOf } from "@/lib/i18n/locale";
import { LONGEST_CELL, type CellValue, type WorkBook, type WorkSheet } from "@/lib/platform/sheets/workbook";
import { asLinked } from "./as-linked";
import type { Column } from "@/lib/features/export/print/csv/columns";
import { registerColumns } from "@/lib/features/export/print/csv/register-columns";
import { coverRows } from "@/lib/features/export/print/document/cover";
import {
  dayOf as registerDay,
  type ExportedRecord,
  type StreamedRegister,
} from "@/lib/features/export/read/register-export";
import type { CollectedThreads } from "@/lib/features/export/read/threads";
import { threadsSheet } from "./threads-sheet";
import type { RegisterWords } from "./words";

/** Text beyond a cell's limit: its place and remaining parts. */
type Overflow = { reference: string; head: string; pieces: string[] };

type Bound = { hash: string; words: RegisterWords };

/**
 * Workbook with cover and one row per entry, under the CSV's headings. Days are real dates; texts beyond a cell's limit
 * continue on another sheet, threads are on the last. `hash` is the volume's content hash.
 */
export function registerWorkbook(
  register: StreamedRegister,
  { hash, words, threads = null }: Bound & { threads?: CollectedThreads | null },
): WorkBook {
  const columns = registerColumns(register);
  const heads = columns.map(({ key }) => withoutIsolates(words.document(`csv.${key}`)));
  const overflows: Overflow[] = [];
  const sheets: WorkSheet[] = [
    coverSheet(register, { hash, words }),
    {
      name: words.document("xlsx.register"),
      columns: heads.map((head, at) => ({ head, width: itemAt(columns, at).width ?? 24 })),
      rows: rowsOf(register, { columns, heads, words, overflows }),
    },
  ];
  if (register.contents.longest > LONGEST_CELL / 2) sheets.push(overflowSheet(overflows, words));
  if (threads && threads.count > 0) sheets.push(threadsSheet(threads, register.zone, words));
  return {
    isRightToLeft: directionOf(words.locale) === "rtl",
    createdAt: new Date(register.takenAt),
    sheets,
  };
}

type Writing = { columns: readonly Column[]; heads: string[]; words: RegisterWords; overflows: Overflow[] };

async function* rowsOf(
  { records, asOf, takenAt }: StreamedRegister,
  { columns, heads, words, overflows }: Writing,
): AsyncGenerator<CellValue[]> {
  const on = registerDay({ asOf, takenAt });
  for await (const record of records)
    yield columns.map((column, at) =>
      cellOf(column, asLinked(record), { head: itemAt(heads, at), words, on, overflows }),
    );
}

function coverSheet(register: StreamedRegister, { hash, words }: Bound): WorkSheet {
  const rows = coverRows(register, words).map(({ label, lines }) => [
    label,
    lines.map(({ text }) => text).join("\n"),
  ]);
  const named = register.capacity === "controller" ? "document.own" : "document";
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
  { head, words, on, overflows }: { head: string; words: RegisterWords; on: string; overflows: Overflow[] },
): CellValue {
  const text = withoutIsolates(cell(record, words, on));
  if (kind === "day") return dayOf(text) ?? text;
  if (kind === "number") return Number(text);
  if (text.length <= LONGEST_CELL) return text;
  const mark = `\n${words.document("xlsx.goesOn", { sheet: words.document("xlsx.overflow") })}`;
  const [first = "", ...chunks] = cut(text, LONGEST_CELL - mark.length);
  overflows.push({ reference: record.reference, head, pieces: chunks });
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
    rows: overflowRows(overflows),
  };
}

/** Read after the entries, when every overflow is known. */
function* overflowRows(overflows: readonly Overflow[]): Generator<CellValue[]> {
  for (const { reference, head, pieces: chunks } of overflows)
    for (const piece of chunks) yield [reference, head, piece];
}

/** Example: "03/02/2026" is a date; "mars 2024" remains text. */
function dayOf(text: string): Date | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  return year ? new Date(`${year}-${month}-${day}T00:00:00Z`) : null;
}

/** Parts of at most `size` UTF-16 units, without splitting a surrogate pair. */
function cut(text: string, size: number): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + size, text.length);
    if (end < text.length && /[\ud800-\udbff]/.test(itemAt(text, end - 1))) end -= 1;
    chunks.push(text.slice(at, end));
    at = end;
  }
  return chunks;
}
