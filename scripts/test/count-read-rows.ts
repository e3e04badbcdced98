import { Prisma } from "@/lib/generated/prisma/client";
import type { OrgScope } from "@/lib/domain/access/scope";
import { itemAt } from "@/lib/domain/invariant/required";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";

/**
 * Counts the rows of all tables that PostgreSQL read for some work, those that a condition set aside included: a measure
 * that depends on the plans alone, and not on the machine.
 */
export function countReadRows(scope: OrgScope, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  return withOrg(scope, async (tx) => {
    const before = await readUntilNow(tx);
    await work(tx);
    return (await readUntilNow(tx)) - before;
  });
}

const READ = Prisma.sql`SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::float8 AS rows FROM pg_stat_xact_user_tables`;

async function readUntilNow(tx: Tx): Promise<number> {
  return itemAt(await tx.$queryRaw<{ rows: number }[]>(READ), 0).rows;
}
