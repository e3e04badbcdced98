import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { COLUMNS } from "./csv/columns";
import type { ExportedRecord } from "./register-export";
import type { RegisterWords } from "./words";

/**
 * The register as a CSV that French Excel opens and the import reads back: one header, then one row per record, as
 * the records come. Yields text; the first piece begins with the byte order mark.
 */
export async function* writeRegisterCsv(
  records: Iterable<ExportedRecord> | AsyncIterable<ExportedRecord>,
  words: RegisterWords,
): AsyncGenerator<string> {
  yield CSV_START + writeCsvRow(COLUMNS.map(({ key }) => words.document(`csv.${key}`)));
  for await (const record of records) yield writeCsvRow(COLUMNS.map(({ cell }) => cell(record, words)));
}
