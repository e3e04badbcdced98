import { isOfNumbers, type ChoiceAct } from "@/lib/domain/choice/choices";
import { findAddressColumn, findNumberColumns, findPlaceColumns } from "@/lib/domain/choice/consent-heads";
import { fold } from "@/lib/domain/text/fold";
import type { StreamedRow } from "@/lib/platform/sheets/csv-stream";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import { findCsvLayout, readCsvRecords, type CsvLayout } from "./csv-file";
import { addressIn } from "./identifier";
import type { NumberCells } from "./number-cell";

/**
 * Columns that hold whom a list is of, those of the country codes and of the countries of its numbers, and its heads; null
 * where its first line is a person's.
 */
export type ListLayout = CsvLayout & {
  columns: readonly number[];
  prefix: number | null;
  country: number | null;
  heads: readonly string[] | null;
};

/** Finds the columns of numbers, and of addresses too where they serve, by their heads or by the first line. */
export async function findListLayout(
  file: Blob,
  act: ChoiceAct,
  numbers: NumberCells,
): Promise<ListLayout | "notText" | "numberColumn" | "contactColumn"> {
  const layout = await findCsvLayout(file);
  if (!layout) return "notText";
  const first = await readCsvRecords(file, layout).next();
  const cells = first.done ? [] : first.value.cells;
  const heads = cells.map(fold);
  const named = [...findNumberColumns(heads), isOfNumbers(act) ? -1 : findAddressColumn(heads)];
  const columns = named.filter((at) => at >= 0);
  if (columns.length > 0) return { ...layout, columns, ...findPlaceColumns(heads), heads: cells };
  const own = cells.map(restoreCell).findIndex(
    // A number that several countries have is one all the same, of which it is asked whose.
    (cell) => contactIn(cell, act, numbers.read) !== null || numbers.doubtOf(cell) !== null,
  );
  if (own >= 0) return { ...layout, columns: [own], prefix: null, country: null, heads: null };
  return isOfNumbers(act) ? "numberColumn" : "contactColumn";
}

/** Number or address of a cell; an address serves no act of numbers. */
export function contactIn(
  cell: string,
  act: ChoiceAct,
  readNumber: (cell: string) => string | null,
): string | null {
  const number = readNumber(cell);
  return number ?? (isOfNumbers(act) ? null : (addressIn(cell)?.value ?? null));
}

/** Reads the lines of a list, without its heads. */
export async function* readListLines(file: Blob, layout: ListLayout): AsyncGenerator<StreamedRow> {
  let isHead = layout.heads !== null;
  for await (const record of readCsvRecords(file, layout)) {
    if (isHead) isHead = false;
    else yield record;
  }
}
