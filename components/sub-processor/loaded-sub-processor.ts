import type { loadSubProcessor } from "@/lib/features/sub-processor/loaders";

/** A sub-processor as its page reads it. */
export type LoadedSubProcessor = Awaited<ReturnType<typeof loadSubProcessor>>;
