import type { PageReader } from "@/lib/platform/read/reader";

/** Open breaches without exercises, at most 1,001, and whether any is open, exercises included. */
export async function countOpenBreaches(reader: PageReader): Promise<{ open: number; isAny: boolean }> {
  const [found] = await reader.$queryRaw<[{ open: number; isAny: boolean }]>`
    SELECT count(*) FILTER (WHERE NOT is_drill)::int AS open, count(*) > 0 AS "isAny" FROM (
      SELECT is_drill FROM breach WHERE status <> 'closed' ORDER BY is_drill LIMIT 1001) AS b`;
  return found;
}
