import XLSX from "@e965/xlsx";
import excel from "exceljs";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";

/** A sheet to be read and filled in by people: rows of text, some of them heads, by their index. */
export type FormSheet = {
  name: string;
  widths: readonly number[];
  rows: readonly (readonly string[])[];
  heads: ReadonlySet<number>;
};

/**
 * A workbook of such sheets. Every cell is text, so that nothing it holds is ever run as a formula, but for a whole ISO
 * date, which is a date and is read back as the same.
 */
export async function writeForm(format: "xlsx" | "ods", sheets: readonly FormSheet[]): Promise<Uint8Array> {
  return format === "ods" ? writeOds(sheets) : writeXlsxForm(sheets);
}

async function writeXlsxForm(sheets: readonly FormSheet[]): Promise<Uint8Array> {
  const book = new excel.Workbook();
  book.creator = "Amana";
  for (const { name, widths, rows, heads } of sheets) {
    const sheet = book.addWorksheet(name, {
      pageSetup: { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    sheet.columns = widths.map((width) => ({ width }));
    rows.forEach((cells, index) => {
      const row = sheet.addRow(cells.map(valueOf));
      row.eachCell((cell, column) => {
        cell.numFmt = cell.value instanceof Date ? DAY_FORMAT : "@";
        cell.alignment = { vertical: "top", wrapText: true };
        if (heads.has(index)) Object.assign(cell, { font: { bold: true }, fill: HEAD_FILL });
        else if (column === 1) cell.font = { bold: true, color: { argb: "FF55505C" } };
      });
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const DAY_FORMAT = "dd/mm/yyyy";

/** Before it, spreadsheets count days each in their own way. */
const FIRST_DAY = "1900-03-01";

function valueOf(cell: string): string | Date | null {
  if (cell === "") return null;
  return isCalendarDay(cell) && cell >= FIRST_DAY ? new Date(`${cell}T00:00:00Z`) : cell;
}

const HEAD_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF3F1EC" } } as const;

/** The library writes no styles into an ODS: its columns are wide enough, and that is all. */
function writeOds(sheets: readonly FormSheet[]): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, widths, rows } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(
      rows.map((cells) => cells.map(valueOf)),
      { UTC: true, dateNF: DAY_FORMAT },
    );
    sheet["!cols"] = widths.map((wch) => ({ wch }));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "ods", compression: true }) as Buffer);
}
