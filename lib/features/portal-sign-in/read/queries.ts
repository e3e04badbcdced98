import { authClient } from "@/lib/platform/database/clients";
import type { Tx } from "@/lib/platform/database/transaction";

/** Recipient of a sign-in link. */
export type Addressee = { personId: string | null; name: string; locale: string };

/** Contact rows of the person, or open invitations of the address. */
function openedBy(email: string, personId: string | null, now: Date) {
  const invited = { email, personId: null, expiresAt: { gt: now } };
  return { endedAt: null, OR: [invited, ...(personId ? [{ personId }] : [])] };
}

/** Null for anybody without portal access, with or without an account. */
export async function findAddressee(email: string, now: Date): Promise<Addressee | null> {
  const person = await authClient().person.findUnique({
    where: { email },
    select: { id: true, disabledAt: true },
  });
  const contact = await authClient().controllerContact.findFirst({
    where: openedBy(email, person?.id ?? null, now),
    orderBy: { createdAt: "desc" },
    select: { name: true, language: true },
  });
  if (!contact || person?.disabledAt) return null;
  return { personId: person?.id ?? null, name: contact.name, locale: contact.language };
}

/** Sorts by organisation, so that journal chains are locked in one order. */
export function listOpenInvitations(tx: Tx, email: string, now: Date) {
  return tx.controllerContact.findMany({
    where: openedBy(email, null, now),
    orderBy: [{ orgId: "asc" }, { id: "asc" }],
    select: { id: true, orgId: true, name: true, language: true },
  });
}

/** True where an open session must prove this address first. */
export async function isInvited(email: string, now: Date): Promise<boolean> {
  const found = await authClient().controllerContact.findFirst({
    where: openedBy(email, null, now),
    select: { id: true },
  });
  return found !== null;
}
