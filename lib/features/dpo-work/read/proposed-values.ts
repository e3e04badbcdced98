import { contentOf } from "@/lib/domain/dpo-work/status";
import type { ProposedEntry, WorkRow } from "@/lib/features/dpo-work/read/queries";

/** Values of a new reading that an entry of a feed proposes. */
export function entryValues({ title, url, publishedOn, feed }: ProposedEntry) {
  return { title, url, publishedOn, source: feed.name || feed.title };
}

/** Values of a training that repeats an earlier one. */
export function repeatedValues(work: WorkRow) {
  const { title, minutes, trainer, programme, repeatMonths } = contentOf(work, "training");
  return { title, minutes, trainer, programme, repeatMonths };
}
