import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Each controller that was merged at an instant (`id`), and the one that remained in its place (`into_id`). */
export function mergedAt(at: Date): Prisma.Sql {
  return Prisma.sql`(WITH RECURSIVE valid AS (
      SELECT m.controller_id AS id, m.into_id FROM controller_merge m
      LEFT JOIN controller_merge_undo u ON u.merge_id = m.id AND u.undone_at <= ${at}
      WHERE m.merged_at <= ${at} AND u.merge_id IS NULL
    ), chain AS (
      SELECT id, into_id FROM valid
      UNION SELECT c.id, s.into_id FROM chain c JOIN valid s ON s.id = c.into_id
    ) SELECT id, into_id FROM chain WHERE into_id NOT IN (SELECT id FROM valid))`;
}

/**
 * Maps each controller merged into another to the one that counted at an instant. The portal reads no merges.
 */
export async function findMergedAt(tx: Tx, at: Date): Promise<Map<string, string>> {
  const [asked] = await tx.$queryRaw<{ scope: string }[]>`SELECT app_scope() AS scope`;
  if (asked?.scope === "portal") return new Map();
  const rows = await tx.$queryRaw<{ id: string; intoId: string }[]>`
    SELECT id, into_id AS "intoId" FROM ${mergedAt(at)} AS merged`;
  return new Map(rows.map(({ id, intoId }) => [id, intoId]));
}
