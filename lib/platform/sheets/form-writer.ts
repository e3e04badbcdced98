import XLSX from "@e965/xlsx";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { columnsOf, dayCell, letterOf, MAIN, row, STYLE, textCell, XML_HEAD } from "./xlsx-cells";
import { writePackage } from "./xlsx-package";

/** A sheet to be read and filled in by people: rows of text, some of them heads, by their index. */
export type FormSheet = {
  name: string;
  widths: readonly number[];
  rows: readonly (readonly string[])[];
  heads: ReadonlySet<number>;
};

type FormBook = { createdAt: Date; sheets: readonly FormSheet[] };

/**
 * A workbook of such sheets. Every cell is text, so that nothing it holds is ever run as a formula, but for a whole ISO
 * date, which is a date and is read back as the same.
 */
export function writeForm(
  format: "xlsx" | "ods",
  { createdAt, sheets }: FormBook,
): AsyncIterable<Uint8Array> {
  if (format === "ods") return once(writeOds(sheets));
  const parts = sheets.map((sheet) => ({ name: sheet.name, text: writeSheet(sheet) }));
  return writePackage(parts, createdAt);
}

async function* writeSheet({ widths, rows, heads }: FormSheet): AsyncGenerator<string> {
  yield (
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `${columnsOf(widths)}<sheetData>`
  );
  for (const [index, cells] of rows.entries())
    yield row(
      index + 1,
      cells.map((text, at) => cell(`${letterOf(at)}${index + 1}`, text, styleOf(heads.has(index), at))),
    );
  yield `</sheetData><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** Omits empty cells: an empty text would cut off the neighbour's overflow. */
function cell(at: string, text: string, style: number): string {
  const value = valueOf(text);
  if (value === null) return "";
  return typeof value === "string" ? textCell(at, value, style) : dayCell(at, value);
}

function styleOf(isHead: boolean, column: number): number {
  if (isHead) return STYLE.formHead;
  return column === 0 ? STYLE.formLabel : STYLE.text;
}

/** Before it, spreadsheets count days each in their own way. */
const FIRST_DAY = "1900-03-01";

function valueOf(cell: string): string | Date | null {
  if (cell === "") return null;
  return isCalendarDay(cell) && cell >= FIRST_DAY ? new Date(`${cell}T00:00:00Z`) : cell;
}

/** The library writes no styles into an ODS: its columns are wide enough, and that is all. */
function writeOds(sheets: readonly FormSheet[]): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, widths, rows } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(
      rows.map((cells) => cells.map(valueOf)),
      { UTC: true, dateNF: "dd/mm/yyyy" },
    );
    sheet["!cols"] = widths.map((wch) => ({ wch }));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "ods", compression: true }) as Buffer);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
