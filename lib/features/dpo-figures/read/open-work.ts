import type { WorkKind } from "@/lib/domain/dpo-work/kinds";
import type { Reader } from "@/lib/platform/read/reader";

/** Number of open documents of each kind. */
export async function countOpenWork(reader: Reader): Promise<Map<WorkKind, number>> {
  const rows = await reader.$queryRaw<{ kind: WorkKind; count: number }[]>`
    SELECT kind, count(*)::int AS count FROM dpo_work WHERE is_open GROUP BY 1`;
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}
