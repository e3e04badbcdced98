import type { loadSubProcessorPick } from "@/lib/features/processing-record/loaders";

/** The organisation's sub-processors, as each stands for the controller of an entry. */
export type SubProcessorPick = Awaited<ReturnType<typeof loadSubProcessorPick>>;
