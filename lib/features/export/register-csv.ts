import type { Capacity } from "@/lib/domain/processing-record/types";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { REGISTER_COLUMNS } from "./csv/register-columns";
import type { ExportedRecord } from "./register-export";
import type { RegisterWords } from "./words";

/**
 * A register as a CSV that French Excel opens and, of the processor's, the import reads back: one header, then one row
 * per record, as the records come. Yields text; the first piece begins with the byte order mark.
 */
export async function* writeRegisterCsv(
  records: Iterable<ExportedRecord> | AsyncIterable<ExportedRecord>,
  { words, capacity = "processor" }: { words: RegisterWords; capacity?: Capacity },
): AsyncGenerator<string> {
  const columns = REGISTER_COLUMNS[capacity];
  yield CSV_START + writeCsvRow(columns.map(({ key }) => withoutIsolates(words.document(`csv.${key}`))));
  for await (const record of records)
    yield writeCsvRow(columns.map(({ cell }) => withoutIsolates(cell(record, words))));
}
