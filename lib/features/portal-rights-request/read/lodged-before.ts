import type { Identifier } from "@/lib/features/choice/read/identifier";
import { understoodContacts } from "@/lib/features/rights-request/read/number-readings";
import { openPerson } from "@/lib/features/rights-request/read/person";
import type { Tx } from "@/lib/platform/database/transaction";

/** Time between two receipts within which one may be the other again: the month in which it is answered, 12(3). */
const NEAR_MS = 31 * 86_400_000;

/** Requests of a month that are opened one by one; more are compared on the console. */
const MOST_COMPARED = 500;
const MOST_NAMED = 100;

type Asked = { rights: readonly string[]; certain: readonly Identifier[]; now: Date };

/**
 * Open requests of the contact's controllers, the earliest first, that name the same number or address and one of the same rights,
 * received within a month. They are compared as the controller reads them: the portal has no keys of persons.
 */
export async function findLodgedBefore(
  tx: Tx,
  { rights, certain, now }: Asked,
): Promise<{ id: string; reference: string }[]> {
  if (certain.length === 0) return [];
  const named = new Set(certain.map(({ value }) => value));
  const rows = await tx.rightsRequest.findMany({
    where: {
      rights: { hasSome: [...rights] },
      state: { notIn: ["not-ours", "closed"] },
      receivedAt: { gte: new Date(now.getTime() - NEAR_MS) },
    },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: MOST_COMPARED,
    select: { id: true, reference: true, contactSealed: true },
  });
  return rows
    .filter(({ contactSealed }) =>
      understoodContacts(openPerson(contactSealed)).some((value) => named.has(value)),
    )
    .map(({ id, reference }) => ({ id, reference }))
    .slice(0, MOST_NAMED);
}
