import type { loadSubProcessorPick } from "@/lib/features/processing-record/loaders";

export type SubProcessorPick = Awaited<ReturnType<typeof loadSubProcessorPick>>;
