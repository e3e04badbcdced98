import type { loadLinkPick } from "@/lib/features/processing-record/loaders";

export type LinkPick = Awaited<ReturnType<typeof loadLinkPick>>;
