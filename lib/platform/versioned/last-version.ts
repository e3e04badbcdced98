import { Prisma } from "@/lib/generated/prisma/client";
import { columnOf, type Table } from "@/lib/platform/database/insert-rows";
import type { Tx } from "@/lib/platform/database/transaction";

type Saved = { version: number; authorName: string; recordedAt: Date };

/** Finds who saved a document last, and when; `key` is the field that names it: "transferId". Null before the first. */
export async function findLastVersion(
  tx: Tx,
  { versions, key }: { versions: Table; key: string },
  id: string,
): Promise<Saved | null> {
  const [last] = await tx.$queryRaw<Saved[]>`
    SELECT version, author_name AS "authorName", recorded_at AS "recordedAt" FROM ${Prisma.raw(versions)}
    WHERE ${Prisma.raw(columnOf(key))} = ${id}::uuid ORDER BY version DESC LIMIT 1`;
  return last ?? null;
}
