import type { loadLog } from "@/lib/features/call-log/loaders";

/** Properties of each part of a log's sheet. */
export type LogPartProps = { org: string; log: Awaited<ReturnType<typeof loadLog>> };
