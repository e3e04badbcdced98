import type { Capacity } from "@/lib/domain/processing-record/types";
import type { AsOf } from "@/lib/domain/time/as-of";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { asLinked } from "./as-linked";
import { registerColumns } from "@/lib/features/export/print/csv/register-columns";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "./words";

/**
 * Yields CSV for French Excel with a byte order mark, readable by the import for the processor's register. As of a past
 * day each row has a column with that day, because a table has no cover; so has one whose entry does not
 * agree with the journal.
 */
export async function* writeRegisterCsv(
  records: Iterable<ExportedRecord> | AsyncIterable<ExportedRecord>,
  {
    words,
    on,
    capacity = "processor",
    asOf = null,
    holdsFindings = true,
    disputed = [],
  }: {
    words: RegisterWords;
    /** Day of the register. */
    on: string;
    capacity?: Capacity;
    asOf?: AsOf | null;
    holdsFindings?: boolean;
    disputed?: readonly string[];
  },
): AsyncGenerator<string> {
  const columns = registerColumns({ capacity, holdsFindings });
  const isDisputed = disputed.length > 0;
  const heads = [
    ...columns.map(({ key }) => key),
    ...(asOf ? ["asOf"] : []),
    ...(isDisputed ? ["agreement"] : []),
  ];
  const day = asOf ? [asOf.day] : [];
  const agreementOf = (reference: string) =>
    disputed.includes(reference) ? words.document("document.disputedRow") : "";
  yield CSV_START + writeCsvRow(heads.map((key) => withoutIsolates(words.document(`csv.${key}`))));
  for await (const written of records) {
    const record = asLinked(written);
    yield writeCsvRow([
      ...columns.map(({ cell }) => withoutIsolates(cell(record, words, on))),
      ...day,
      ...(isDisputed ? [withoutIsolates(agreementOf(written.reference))] : []),
    ]);
  }
}
