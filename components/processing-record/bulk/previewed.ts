import type { loadBulk } from "@/lib/features/processing-record/loaders";

/** An act on several entries, foreseen. */
export type Previewed = Awaited<ReturnType<typeof loadBulk>>;
