import type { Tx } from "@/lib/platform/database/transaction";

/** Campaigns whose products are read, the last begun first. */
const MOST_CAMPAIGNS = 500;

/** Purpose of calls or messages with the controller that has people contacted for it. */
export type ContactPurpose = { purpose: string; controllerId: string };

/**
 * Lists what controllers have people called or written to for, as their campaigns and collections of consents name it: a purpose by any
 * other name would be found by no look-up, list or log.
 */
export async function findContactPurposes(tx: Tx, controllerId?: string): Promise<ContactPurpose[]> {
  const of = controllerId === undefined ? {} : towards(controllerId);
  const campaigns = await tx.campaign.findMany({
    where: of,
    orderBy: { id: "desc" },
    take: MOST_CAMPAIGNS,
    select: { content: true, controllerId: true, controller: { select: { mergedIntoId: true } } },
  });
  const collections = await tx.consentCollection.findMany({
    where: of,
    orderBy: { id: "desc" },
    take: MOST_CAMPAIGNS,
    select: { purpose: true, controllerId: true, controller: { select: { mergedIntoId: true } } },
  });
  const named = [
    // The form of campaigns wrote it.
    ...campaigns.map(({ content, ...row }) => ({
      ...row,
      purpose: (content as { product?: string }).product ?? "",
    })),
    ...collections,
  ];
  const found = named.map(({ purpose, controller, ...row }) => ({
    purpose: purpose.trim(),
    controllerId: controller.mergedIntoId ?? row.controllerId,
  }));
  const unique = new Map(found.map((one) => [`${one.controllerId} ${one.purpose}`, one]));
  return [...unique.values()].filter(({ purpose }) => purpose !== "");
}

function towards(id: string) {
  return { controller: { OR: [{ id }, { mergedIntoId: id }] } };
}

/** Makes one option for each purpose, with the clients that have people contacted for it. */
export function purposeOptions(
  purposes: readonly ContactPurpose[],
  places: readonly { id: string; legalName: string }[],
): { value: string; label: string }[] {
  const names = new Map(places.map(({ id, legalName }) => [id, legalName]));
  const byPurpose = new Map<string, string[]>();
  for (const { purpose, controllerId } of purposes)
    byPurpose.set(purpose, [...(byPurpose.get(purpose) ?? []), names.get(controllerId) ?? ""]);
  return [...byPurpose].map(([value, clients]) => ({
    value,
    label: [value, ...clients.filter(Boolean)].join(" · "),
  }));
}
