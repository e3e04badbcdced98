import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";

/** Countries whose numbers a page may be asked about, the one of most controllers first. */
async function findNumberCountries(tx: Tx): Promise<string[]> {
  const rows = await tx.controller.groupBy({
    by: ["country"],
    where: { archivedAt: null, mergedIntoId: null, country: { not: null } },
    _count: true,
  });
  return rows.toSorted((a, b) => b._count - a._count).flatMap(({ country }) => country ?? []);
}

/** Countries in which persons of any client may be: those of their seats, and those that campaigns call which have not ended. */
export async function findCountriesOfClients(tx: Tx): Promise<string[]> {
  const campaigns = await tx.campaign.findMany({
    where: { state: { not: "ended" } },
    distinct: ["places"],
    select: { places: true },
  });
  return [...new Set([await findNumberCountries(tx), campaigns.flatMap(({ places }) => places)].flat())];
}

/** Campaigns whose countries are asked for one controller, the last begun first. */
const MOST_CAMPAIGNS = 200;

/**
 * Countries in which a controller's persons may be, by which numbers without a code are read: that of its seat, and those
 * that its campaigns call which have not ended. Empty where nobody has said any; null where there is no such controller.
 */
export async function findCountriesOfPersons(tx: Tx, id: string): Promise<string[] | null> {
  const found = await tx.controller.findFirst({ where: { id }, select: { mergedIntoId: true } });
  if (!found) return null;
  const holder = found.mergedIntoId ?? id;
  const { country } = await tx.controller.findFirstOrThrow({
    where: { id: holder },
    select: { country: true },
  });
  const campaigns = await tx.campaign.findMany({
    where: { controller: { OR: [{ id: holder }, { mergedIntoId: holder }] }, state: { not: "ended" } },
    orderBy: { id: "desc" },
    take: MOST_CAMPAIGNS,
    select: { places: true },
  });
  const called = campaigns.flatMap(({ places }) => places);
  return [...new Set([country ?? [], called].flat())];
}

/** Countries of one controller's persons, in a unit of their own. */
export function readCountriesOfPersons(ctx: StaffCtx, id: string): Promise<string[] | null> {
  return withOrg(ctx.scope, (tx) => findCountriesOfPersons(tx, id));
}
