import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { WrittenCells } from "@/lib/domain/import/as-exported";
import { fold } from "@/lib/domain/text/fold";
import type { OwnLanguage } from "@/lib/domain/import/own-heads";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Capacity, RecordState } from "@/lib/domain/processing-record/types";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { asLinked } from "@/lib/features/export/print/as-linked";
import type { ExportedRecord, NamedSubProcessor } from "@/lib/features/export/read/register-export";
import { loadRegisterWords } from "@/lib/features/export/print/words";
import { gapsColumn, JOINT_CONTROLLERS, LIBRARY_MEASURES, STATUS_COLUMNS } from "./columns";
import { registerColumns } from "./register-columns";

export type WrittenRecord = Pick<ExportedRecord, "contracts" | "transfers" | "procedure"> & {
  reference: string;
  state: RecordState;
  stateSince: string | null;
  version: number;
  updatedAt: Date;
  content: RecordContent;
  controller: ControllerFacts;
  subProcessors: readonly NamedSubProcessor[];
};

// Status columns are computed; the import reads only those with headings of its own.
const UNREAD = new Set([
  LIBRARY_MEASURES.key,
  JOINT_CONTROLLERS.key,
  gapsColumn("processor").key,
  ...STATUS_COLUMNS.map(({ key }) => key).filter(
    (key) => !["derogation", "frequency", "exemption"].includes(key),
  ),
]);

/** Formats an entry as the export of a day does, in the language of the imported file. */
export async function cellWriter(
  language: OwnLanguage,
  { capacity, on }: { capacity: Capacity; on: string },
): Promise<(record: WrittenRecord) => WrittenCells> {
  const words = await loadRegisterWords(language);
  const columns = registerColumns({ capacity, holdsFindings: true })
    .filter(({ key }) => !UNREAD.has(key))
    .map(({ key, cell }) => ({
      head: fold(withoutIsolates(words.document(`csv.${key}`))),
      cell,
    }));
  return (record) => {
    const exported = asLinked({
      ...record,
      updatedAt: record.updatedAt.toISOString(),
      measures: [],
      gaps: [],
    });
    return new Map(columns.map(({ head, cell }) => [head, withoutIsolates(cell(exported, words, on))]));
  };
}
