import { authClient } from "@/lib/platform/database/clients";

/** Reason why a person's access is none of an organisation's to weaken or to open. */
type ForeignAccess = "answersForClient" | "audits";

/**
 * Names the access of a person that is none of an owner's to weaken: a contact signs for a client, an auditor reads what
 * another organisation keeps, from its first day to its last and before its first sign-in too. Outside any unit of work.
 */
export async function findForeignAccess(
  { id: personId, email }: { id: string; email: string },
  now: Date,
): Promise<ForeignAccess | null> {
  return findAccess({ OR: [{ personId }, { personId: null, email }] }, now);
}

/** Names the same of whoever reads an address, who may have signed in nowhere yet. Outside any unit of work. */
export async function findForeignAccessOf(address: string, now: Date): Promise<ForeignAccess | null> {
  const email = address.toLowerCase();
  const person = await authClient().person.findUnique({ where: { email }, select: { id: true } });
  return person ? findForeignAccess({ id: person.id, email }, now) : findAccess({ OR: [{ email }] }, now);
}

type Theirs = { OR: ({ personId: string } | { personId?: null; email: string })[] };

async function findAccess(theirs: Theirs, now: Date): Promise<ForeignAccess | null> {
  if ((await authClient().controllerContact.count({ where: { endedAt: null, ...theirs } })) > 0)
    return "answersForClient";
  const grants = await authClient().auditGrant.count({
    where: { revokedAt: null, endsAt: { gt: now }, ...theirs },
  });
  return grants > 0 ? "audits" : null;
}
