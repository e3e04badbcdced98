import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import { CSV_START, writeCsvRow } from "./csv-writer";
import { writeXlsx } from "./xlsx-writer";

export type WrittenTable = { name: string; heads: string[]; rows: (string | number)[][] };

export const TABLE_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

type Written = { format: keyof typeof TABLE_TYPES; isRightToLeft: boolean; createdAt: Date };

/** Writes a table as CSV, or as a workbook of one sheet. */
export function writeTable(
  { name, heads, rows }: WrittenTable,
  { format, isRightToLeft, createdAt }: Written,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === "csv")
    return concatenateChunks([CSV_START, ...[heads, ...rows].map((cells) => writeCsvRow(cells.map(String)))]);
  const columns = heads.map((head) => ({ head, width: 24 }));
  return concatenateChunks(writeXlsx({ isRightToLeft, createdAt, sheets: [{ name, columns, rows }] }));
}
