import type { loadContract } from "@/lib/features/contract/loaders";

/** A contract as its page reads it. */
export type LoadedContract = Awaited<ReturnType<typeof loadContract>>;
