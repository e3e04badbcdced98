import type { loadRecord } from "@/lib/features/processing-record/loaders";

/** An entry with its gaps, its parties and its life, as its page has it. */
export type LoadedRecord = Awaited<ReturnType<typeof loadRecord>>;
