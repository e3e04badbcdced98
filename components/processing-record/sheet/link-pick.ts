import type { loadLinkPick } from "@/lib/features/processing-record/loaders";

/** The contracts and transfers of an entry's controller: what its form may name. */
export type LinkPick = Awaited<ReturnType<typeof loadLinkPick>>;
