import type { loadTransfer } from "@/lib/features/transfer/loaders";

/** A transfer as its page reads it. */
export type LoadedTransfer = Awaited<ReturnType<typeof loadTransfer>>;
