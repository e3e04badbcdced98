import { refusalOfAddress, type OwnPeople } from "@/lib/domain/access/own-address";
import type { ContactCtx } from "@/lib/platform/request/context";
import { authClient } from "@/lib/platform/database/clients";
import { withAuth } from "@/lib/platform/database/transaction";

/** Finds the processor's own addresses and the people behind them. Outside any other unit of work. */
export function findOwnPeople(org: string): Promise<OwnPeople & { personIds: readonly string[] }> {
  return withAuth({ org, scope: "staff" }, async (tx) => {
    const members = await tx.member.findMany({
      where: { orgId: org, endedAt: null },
      select: { personId: true, email: true, role: true },
    });
    const invited = await tx.invitation.findMany({
      where: { orgId: org, acceptedAt: null, withdrawnAt: null },
      select: { email: true },
    });
    const { email, dpoEmail } = await tx.organisation.findUniqueOrThrow({
      where: { id: org },
      select: { email: true, dpoEmail: true },
    });
    const owners = members.filter(({ role }) => role === "owner");
    return {
      personIds: members.map(({ personId }) => personId),
      addresses: [...members, ...invited, { email: dpoEmail }].map((one) => one.email).filter(Boolean),
      domainsOf: [email, ...owners.map((owner) => owner.email)],
    };
  });
}

/** Whether a person would stand on both sides of one organisation under this address: its member, and its client's. */
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

/** Whether whoever acts for a controller works for its processor, by the person or by the address of the contact. */
export async function isProcessorsOwn({ actor, scope }: ContactCtx): Promise<boolean> {
  const own = await findOwnPeople(scope.org);
  const { email } = await authClient().controllerContact.findUniqueOrThrow({
    where: { id: actor.contactId },
    select: { email: true },
  });
  return own.personIds.includes(actor.personId) || refusalOfAddress(email, own) !== null;
}
