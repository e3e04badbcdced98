import { authClient } from "@/lib/platform/database/clients";
import type { Tx } from "@/lib/platform/database/transaction";

/** Recipient of a sign-in link. */
export type Addressee = {
  personId: string | null;
  name: string;
  locale: string;
  isContact: boolean;
  isAuditor: boolean;
};

/** Contact rows of the person, or open invitations of the address. */
function openedBy(email: string, personId: string | null, now: Date) {
  const invited = { email, personId: null, expiresAt: { gt: now } };
  return { endedAt: null, OR: [invited, ...(personId ? [{ personId }] : [])] };
}

/** Grants of the person, or open ones of the address, at this instant. */
function grantedTo(email: string, personId: string | null, now: Date) {
  const open = { revokedAt: null, collectedAt: { not: null }, startsAt: { lte: now }, endsAt: { gt: now } };
  return { ...open, OR: [{ email, personId: null }, ...(personId ? [{ personId }] : [])] };
}

/** Null for anybody without access to a portal or to an audit, with or without an account. */
export async function findAddressee(email: string, now: Date): Promise<Addressee | null> {
  const person = await authClient().person.findUnique({
    where: { email },
    select: { id: true, disabledAt: true },
  });
  const personId = person?.id ?? null;
  const contact = await authClient().controllerContact.findFirst({
    where: openedBy(email, personId, now),
    orderBy: { createdAt: "desc" },
    select: { name: true, language: true },
  });
  const grant = await authClient().auditGrant.findFirst({
    where: grantedTo(email, personId, now),
    orderBy: { grantedAt: "desc" },
    select: { name: true, language: true },
  });
  const found = contact ?? grant;
  if (!found || person?.disabledAt) return null;
  return {
    personId,
    name: found.name,
    locale: found.language,
    isContact: contact !== null,
    isAuditor: grant !== null,
  };
}

/** Sorts by organisation, so that journal chains are locked in one order. */
export function listOpenInvitations(tx: Tx, email: string, now: Date) {
  return tx.controllerContact.findMany({
    where: openedBy(email, null, now),
    orderBy: [{ orgId: "asc" }, { id: "asc" }],
    select: { id: true, orgId: true, name: true, language: true },
  });
}

/** Grants of the address that nobody has entered by. */
export function listOpenGrants(tx: Tx, email: string, now: Date) {
  return tx.auditGrant.findMany({
    where: grantedTo(email, null, now),
    orderBy: [{ orgId: "asc" }, { id: "asc" }],
    select: { id: true, orgId: true, name: true, language: true },
  });
}

/** True where an open session must prove this address first. */
export async function isInvited(email: string, now: Date): Promise<boolean> {
  const contact = await authClient().controllerContact.findFirst({
    where: openedBy(email, null, now),
    select: { id: true },
  });
  if (contact) return true;
  const grant = await authClient().auditGrant.findFirst({
    where: grantedTo(email, null, now),
    select: { id: true },
  });
  return grant !== null;
}
