import type { CellValue, WorkBook, WorkSheet } from "./workbook";
import { columnsOf, dayCell, letterOf, MAIN, row, STYLE, textCell, XML_HEAD } from "./xlsx-cells";
import { writePackage } from "./xlsx-package";

/**
 * An XLSX in pieces, as they are made: rows are written and forgotten. Every text cell is typed as text and formatted
 * as text, so that nothing a client's register holds is ever run as a formula, nor becomes one when it is edited.
 */
export function writeXlsx({ isRightToLeft, createdAt, sheets }: WorkBook): AsyncGenerator<Uint8Array> {
  return writePackage(
    sheets.map((sheet) => ({
      name: sheet.name,
      text: writeSheet(sheet, isRightToLeft),
      filteredTo: letterOf(Math.max(0, sheet.columns.length - 1)),
    })),
    createdAt,
  );
}

async function* writeSheet({ columns, rows }: WorkSheet, isRightToLeft: boolean): AsyncGenerator<string> {
  const letters = columns.map((_, at) => letterOf(at));
  const last = letters.at(-1) ?? "A";
  yield (
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView ` +
    `workbookViewId="0"${isRightToLeft ? ' rightToLeft="1"' : ""}><pane ySplit="1" topLeftCell="A2" ` +
    `activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columnsOf(columns.map(({ width }) => width))}` +
    `<sheetData>${row(
      1,
      columns.map(({ head }, at) => textCell(`${letters[at]}1`, head, STYLE.head)),
    )}`
  );
  let number = 1;
  for await (const values of rows) {
    number += 1;
    yield row(
      number,
      values.map((value, at) => cell(`${letters[at]}${number}`, value)),
    );
  }
  yield (
    `</sheetData><autoFilter ref="A1:${last}${number}"/><pageSetup paperSize="9" orientation="landscape" ` +
    `fitToHeight="0"/></worksheet>`
  );
}

/** Omits empty cells: an empty text would cut off the neighbour's overflow. */
function cell(at: string, value: CellValue): string {
  if (value === "") return "";
  if (typeof value === "string") return textCell(at, value, STYLE.text);
  if (typeof value === "number") return `<c r="${at}" s="${STYLE.number}"><v>${value}</v></c>`;
  return dayCell(at, value);
}
