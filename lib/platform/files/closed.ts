import type { Tx } from "@/lib/platform/database/transaction";

/** Ids of the files that are closed to view: their bytes are handed to nobody. */
export async function findClosed(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM attachment WHERE id = ANY(${ids}::uuid[]) AND attachment_is_closed(org_id, id)`;
  return new Set(rows.map(({ id }) => id));
}
