import { PassThrough } from "node:stream";
import excel from "exceljs";

/** One worksheet: heads over columns, then rows. Text stays text; a `Date` is a day (UTC midnight), a number a number. */
export type WorkSheet = {
  name: string;
  columns: readonly { head: string; width: number }[];
  rows: Iterable<readonly CellValue[]>;
};
export type CellValue = string | number | Date;

export type WorkBook = {
  /** Written from right to left: columns begin at the right. */
  isRightToLeft: boolean;
  createdAt: Date;
  sheets: readonly WorkSheet[];
};

/** What one cell of the format holds, in UTF-16 units; more is "damaged" to Excel. */
export const LONGEST_CELL = 32_767;

/**
 * An XLSX in pieces, as they are made: rows are written and forgotten. Every text cell is typed as text and formatted
 * as text, so that nothing a client's register holds is ever run as a formula, nor becomes one when it is edited.
 */
export async function* writeXlsx({ isRightToLeft, createdAt, sheets }: WorkBook): AsyncGenerator<Uint8Array> {
  const stream = new PassThrough();
  const writer = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  writer.creator = "Amana";
  writer.created = createdAt;
  writer.modified = createdAt;
  const written = writeSheets(writer, sheets, isRightToLeft).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  yield* stream as AsyncIterable<Uint8Array>;
  await written;
}

async function writeSheets(
  writer: excel.stream.xlsx.WorkbookWriter,
  sheets: readonly WorkSheet[],
  isRightToLeft: boolean,
): Promise<void> {
  for (const { name, columns, rows } of sheets) {
    const sheet = writer.addWorksheet(name, {
      views: [{ state: "frozen", ySplit: 1, rightToLeft: isRightToLeft }],
      pageSetup: { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    sheet.columns = columns.map(({ width }) => ({ width }));
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    const head = sheet.addRow(columns.map((column) => column.head));
    head.eachCell((cell) =>
      Object.assign(cell, { font: { bold: true }, fill: HEAD_FILL, border: HEAD_RULE }),
    );
    head.commit();
    for (const values of rows) writeRow(sheet.addRow(values.map(fit)));
    sheet.commit();
  }
  await writer.commit();
}

function writeRow(row: excel.Row): void {
  row.eachCell((cell) => {
    cell.alignment = { vertical: "top", wrapText: typeof cell.value === "string" };
    if (typeof cell.value === "string") cell.numFmt = "@";
    if (cell.value instanceof Date) cell.numFmt = "dd/mm/yyyy";
  });
  row.commit();
}

/** Nothing for nothing: an empty text would stop a neighbour's from being seen. */
function fit(value: CellValue): CellValue | null {
  return value === "" ? null : value;
}

const HEAD_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF3F1EC" } } as const;
const HEAD_RULE = { bottom: { style: "thin", color: { argb: "FF2B2733" } } } as const;
