import { required } from "@/lib/domain/invariant/required";
import { formatReference } from "@/lib/domain/nouns/reference";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Table } from "@/lib/platform/database/insert-rows";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";

/** Serialises what is numbered or named uniquely in one table of an organisation, until the transaction ends. */
export async function lockTable(tx: Tx, { scope }: Pick<Ctx, "scope">, table: Table): Promise<void> {
  const name = `${table} ${scope.org}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

type Numbering = { table: Table; letters: string };

/**
 * Allocates the reference after the highest ever used, "TR-004" after "TR-003", under the lock of the table. Rows are
 * never deleted, so that the numbering has no gaps: a refused transaction gives its number back.
 */
export async function allocateReference(
  tx: Tx,
  ctx: Pick<Ctx, "scope">,
  numbering: Numbering,
): Promise<string> {
  const [reference] = await allocateReferences(tx, ctx, numbering, 1);
  return required(reference, "reference that was allocated");
}

/** Allocates several at once, in their order. */
export async function allocateReferences(
  tx: Tx,
  ctx: Pick<Ctx, "scope">,
  { table, letters }: Numbering,
  count: number,
): Promise<string[]> {
  await lockTable(tx, ctx, table);
  const highest = await findHighestNumber(tx, { table, letters });
  return Array.from({ length: count }, (_, index) => formatReference(letters, highest + index + 1));
}

/** Highest number ever used in references of the noun's own form, 0 before the first. */
export async function findHighestNumber(tx: Tx, { table, letters }: Numbering): Promise<number> {
  const [row] = await tx.$queryRaw<[{ highest: number | null }]>`
    SELECT max(substring(reference FROM ${letters.length + 2}::int)::int) AS highest FROM ${Prisma.raw(table)}
    WHERE reference ~ ${`^${letters}-[0-9]{1,8}$`}`;
  return row.highest ?? 0;
}
