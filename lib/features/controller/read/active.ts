import type { Tx } from "@/lib/platform/database/transaction";

/** Controllers for which something new may be begun. */
const ACTIVE = { archivedAt: null, mergedIntoId: null, isPlaceholder: false };

export function findActiveControllers(tx: Tx): Promise<{ id: string; legalName: string }[]> {
  return tx.controller.findMany({
    where: ACTIVE,
    orderBy: { legalName: "asc" },
    select: { id: true, legalName: true },
  });
}

/** Locks a controller against archiving; false where it is not active. */
export async function lockActiveController(tx: Tx, id: string): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return (await tx.controller.count({ where: { id, ...ACTIVE } })) > 0;
}

type Held = { controller: { id: string; mergedIntoId: string | null } };

/** Controller whose a row is now: the one that its own was merged into. */
export function holderOf({ controller: { id, mergedIntoId } }: Held): string {
  return mergedIntoId ?? id;
}

/** Name of the controller whose a row is now, whom letters and screens name. */
export async function findHolderName(
  tx: Tx,
  { controller }: { controller: Held["controller"] & { legalName: string } },
): Promise<string> {
  if (controller.mergedIntoId === null) return controller.legalName;
  const holder = await tx.controller.findFirstOrThrow({
    where: { id: holderOf({ controller }) },
    select: { legalName: true },
  });
  return holder.legalName;
}
