import type { loadTransfer } from "@/lib/features/transfer/loaders";

export type LoadedTransfer = Awaited<ReturnType<typeof loadTransfer>>;
