import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";

/** Countries whose numbers a page may be asked about, the one of most controllers first. */
export async function findNumberCountries(tx: Tx): Promise<string[]> {
  const rows = await tx.controller.groupBy({
    by: ["country"],
    where: { archivedAt: null, mergedIntoId: null, country: { not: null } },
    _count: true,
  });
  return rows.toSorted((a, b) => b._count - a._count).flatMap(({ country }) => country ?? []);
}

/**
 * Country of the seat of a controller, by which numbers without a code are read; null where nobody has said it. Returns
 * undefined where there is no such controller.
 */
export async function findControllerCountry(ctx: StaffCtx, id: string): Promise<string | null | undefined> {
  const found = await withOrg(ctx.scope, (tx) =>
    tx.controller.findFirst({ where: { id }, select: { country: true } }),
  );
  return found?.country;
}
