import { refusalOfAddress, type OwnPeople } from "@/lib/domain/access/own-address";
import { readOwnedDomains } from "@/lib/domain/access/owned-domains";
import type { ContactCtx } from "@/lib/platform/request/context";
import { authClient } from "@/lib/platform/database/clients";
import { withAuth, type Tx } from "@/lib/platform/database/transaction";

/** The processor's own addresses, and the people behind them. */
export type ProcessorPeople = OwnPeople & { personIds: readonly string[] };

/** Finds the processor's own people. Outside any other unit of work. */
export function findOwnPeople(org: string): Promise<ProcessorPeople> {
  return withAuth({ org, scope: "staff" }, (tx) => readOwnPeople(tx, org));
}

/** Finds them within a unit of work whose scope is the staff's. */
export async function readOwnPeople(tx: Tx, org: string): Promise<ProcessorPeople> {
  const members = await tx.member.findMany({
    where: { orgId: org, endedAt: null },
    select: { personId: true, email: true, role: true },
  });
  const invited = await tx.invitation.findMany({
    where: { orgId: org, acceptedAt: null, withdrawnAt: null },
    select: { email: true },
  });
  const { email, dpoEmail, ownDomains } = await tx.organisation.findFirstOrThrow({
    where: { id: org },
    select: { email: true, dpoEmail: true, ownDomains: true },
  });
  const owners = members.filter(({ role }) => role === "owner");
  return {
    personIds: members.map(({ personId }) => personId),
    addresses: [...members, ...invited, { email: dpoEmail }].map((one) => one.email).filter(Boolean),
    domainsOf: [
      email,
      ...owners.map((owner) => owner.email),
      // Gives each domain as the mailbox that it must have, RFC 2142: addresses are compared.
      ...readOwnedDomains(ownDomains ?? "").domains.map((domain) => `postmaster@${domain}`),
    ],
  };
}

/**
 * Returns whether an address would make a person both a member of an organisation and a contact of its
 * client.
 */
export async function isOfBothSides(personId: string, email: string): Promise<boolean> {
  const contacts = await authClient().controllerContact.findMany({
    where: { endedAt: null, OR: [{ personId }, { email: email.toLowerCase() }] },
    select: { orgId: true, personId: true },
  });
  for (const contact of contacts) {
    const own = await findOwnPeople(contact.orgId);
    const isSame = contact.personId === personId;
    if (isSame ? refusalOfAddress(email, own) !== null : own.personIds.includes(personId)) return true;
  }
  return false;
}

/** Returns whether a controller's contact works for its processor, by person or by address. */
export async function isProcessorsOwn({ actor, scope }: ContactCtx): Promise<boolean> {
  const own = await findOwnPeople(scope.org);
  const { email } = await authClient().controllerContact.findUniqueOrThrow({
    where: { id: actor.contactId },
    select: { email: true },
  });
  return own.personIds.includes(actor.personId) || refusalOfAddress(email, own) !== null;
}
