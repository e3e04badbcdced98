import { findNumberColumn } from "@/lib/domain/choice/consent-heads";
import { fold } from "@/lib/domain/text/fold";
import type { StreamedRow } from "@/lib/platform/sheets/csv-stream";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import { findCsvLayout, readCsvRecords, type CsvLayout } from "./csv-file";
import { readPhoneNumber } from "./phone-number";

/** A list of numbers: the column that holds them, and its heads; null where its first line is a number's. */
export type ListLayout = CsvLayout & { column: number; heads: readonly string[] | null };

/** Finds the column of numbers by its head, or by the first line where that is a number's. */
export async function findListLayout(file: Blob): Promise<ListLayout | "notText" | "numberColumn"> {
  const layout = await findCsvLayout(file);
  if (!layout) return "notText";
  const first = await readCsvRecords(file, layout).next();
  const cells = first.done ? [] : first.value.cells;
  const named = findNumberColumn(cells.map(fold));
  if (named >= 0) return { ...layout, column: named, heads: cells };
  const dialled = cells.findIndex((cell) => readPhoneNumber(restoreCell(cell)) !== null);
  return dialled < 0 ? "numberColumn" : { ...layout, column: dialled, heads: null };
}

/** Reads the lines of a list, without its heads. */
export async function* readListLines(file: Blob, layout: ListLayout): AsyncGenerator<StreamedRow> {
  let isHead = layout.heads !== null;
  for await (const record of readCsvRecords(file, layout)) {
    if (isHead) isHead = false;
    else yield record;
  }
}
