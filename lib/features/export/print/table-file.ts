import type { Locale } from "@/lib/i18n/locale";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";

export type ExportedTable = { name: string; heads: string[]; rows: (string | number)[][] };

export const TABLE_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

type Written = { format: keyof typeof TABLE_TYPES; language: Locale; createdAt: Date };

/** Writes a table as CSV, or as a workbook of one sheet, which opens from the right in Arabic. */
export function writeTable({ name, heads, rows }: ExportedTable, { format, language, createdAt }: Written) {
  if (format === "csv")
    return concatenateChunks([CSV_START, ...[heads, ...rows].map((cells) => writeCsvRow(cells.map(String)))]);
  const columns = heads.map((head) => ({ head, width: 24 }));
  return concatenateChunks(
    writeXlsx({ isRightToLeft: language === "ar", createdAt, sheets: [{ name, columns, rows }] }),
  );
}
