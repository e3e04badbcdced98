import type { loadRecord } from "@/lib/features/processing-record/loaders";

export type LoadedRecord = Awaited<ReturnType<typeof loadRecord>>;
