import type { loadBulk } from "@/lib/features/processing-record/loaders";

export type Previewed = Awaited<ReturnType<typeof loadBulk>>;
