import type { CollectedSection } from "@/lib/features/dossier/read/collect";
import type { DossierWords } from "@/lib/features/dossier/read/section";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { LONGEST_CELL } from "@/lib/platform/sheets/workbook";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";

type Line = { cells: string[]; data: unknown };
type Table = Pick<CollectedSection, "section" | "columns" | "lines">;

/** CSV for a spreadsheet, every cell neutralised. */
export async function* writeSectionCsv(table: Table, words: DossierWords): AsyncGenerator<string> {
  yield CSV_START + writeCsvRow(headsOf(table, words));
  for await (const { cells } of linesOf(table)) yield writeCsvRow(cells);
}

/** Workbook of one sheet; a text longer than a cell may be is whole in the CSV and the JSON. */
export function writeSectionXlsx(
  table: Table,
  words: DossierWords,
  createdAt: Date,
): AsyncIterable<Uint8Array> {
  const columns = headsOf(table, words).map((head) => ({ head, width: 24 }));
  const name = words.dossier(`sections.${table.section}`);
  return writeXlsx({
    isRightToLeft: words.locale === "ar",
    createdAt,
    sheets: [{ name, columns, rows: cellsOf(table) }],
  });
}

/** Facts of each row under names that do not depend on the language. */
export async function* writeSectionJson(table: Table, day: string): AsyncGenerator<string> {
  yield `{"format":"amana-dossier-${table.section}-1","asOf":${JSON.stringify(day)},"rows":[`;
  let start = "\n";
  for await (const { data } of linesOf(table)) {
    yield start + JSON.stringify(data);
    start = ",\n";
  }
  yield "\n]}\n";
}

function headsOf({ columns }: Table, words: DossierWords): string[] {
  return columns.map((column) => withoutIsolates(words.dossier(`columns.${column}`)));
}

async function* cellsOf(table: Table): AsyncGenerator<string[]> {
  for await (const { cells } of linesOf(table))
    yield cells.map((cell) => (cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL - 1)}…` : cell));
}

/** Cells without marks of direction: a program reads them, and a cell has one direction. */
async function* linesOf({ lines }: Table): AsyncGenerator<Line> {
  for await (const line of lines.lines()) {
    const { cells, data } = JSON.parse(line) as Line;
    yield { cells: cells.map(withoutIsolates), data };
  }
}
