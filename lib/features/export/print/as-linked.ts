import { contractWordsBeside, readLinked, wordsBeside } from "@/lib/domain/processing-record/links";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";

type Linked = Pick<ExportedRecord, "content" | "contracts" | "transfers" | "beside">;

/** Replaces words by the facts of linked contracts and transfers. */
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
