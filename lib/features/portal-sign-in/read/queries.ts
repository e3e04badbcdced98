import { authClient } from "@/lib/platform/database/clients";
import type { Tx } from "@/lib/platform/database/transaction";

/** Whom a link to sign in may be written to. */
export type Addressee = { personId: string | null; name: string; locale: string };

/** Lines that a sign-in at this address opens: a person's own, or an invitation that nobody has taken up yet. */
function openedBy(email: string, personId: string | null, now: Date) {
  const invited = { email, personId: null, expiresAt: { gt: now } };
  return { endedAt: null, OR: [invited, ...(personId ? [{ personId }] : [])] };
}

/** Whoever may enter a portal from this address; null for everybody else, with or without an account. */
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

/** Invitations at an address that wait for its first sign-in, by organisation: chains are locked in one order. */
export function listOpenInvitations(tx: Tx, email: string, now: Date) {
  return tx.controllerContact.findMany({
    where: openedBy(email, null, now),
    orderBy: [{ orgId: "asc" }, { id: "asc" }],
    select: { id: true, orgId: true, name: true, language: true },
  });
}

/** True where an invitation waits for this address: a session that is already open must first prove it. */
export async function isInvited(email: string, now: Date): Promise<boolean> {
  const found = await authClient().controllerContact.findFirst({
    where: openedBy(email, null, now),
    select: { id: true },
  });
  return found !== null;
}
