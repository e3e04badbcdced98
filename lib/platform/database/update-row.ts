import { Prisma } from "@/lib/generated/prisma/client";
import { columnOf, type Table } from "./insert-rows";
import type { Tx } from "./transaction";

/**
 * Updates one row if it still has the version that was read, and returns whether it had. Values go as one JSON text
 * whose columns cast them, as in `insertRows`; an undefined value leaves its column as it is.
 */
export async function updateRow(
  tx: Tx,
  table: Table,
  { id, version }: { id: string; version: number },
  values: object,
): Promise<boolean> {
  const stated = Object.entries(values).filter(([, value]) => value !== undefined);
  const columns = stated.map(([field]) => Prisma.raw(columnOf(field)));
  const row = Object.fromEntries(stated.map(([field, value]) => [columnOf(field), value]));
  const count = await tx.$executeRaw`
    UPDATE ${Prisma.raw(table)} SET (${Prisma.join(columns)}) = (SELECT ${Prisma.join(columns)}
      FROM jsonb_populate_record(NULL::${Prisma.raw(table)}, ${JSON.stringify(row)}::jsonb))
    WHERE id = ${id}::uuid AND version = ${version}`;
  return count === 1;
}
