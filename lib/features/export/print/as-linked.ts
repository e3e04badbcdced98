import { contractWordsBeside, readLinked, wordsBeside } from "@/lib/domain/processing-record/links";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";

type Linked = Pick<ExportedRecord, "content" | "contracts" | "transfers" | "beside">;

/** An entry as its documents and tables say it: with the facts of the contracts and transfers that it names. */
export function asLinked<T extends Linked>(record: T): T {
  const { content } = record;
  return {
    ...record,
    content: readLinked(content, record),
    beside: {
      contract: contractWordsBeside(content, record),
      destinations: content.destinations.map((destination) => wordsBeside(destination, record)),
    },
  };
}
