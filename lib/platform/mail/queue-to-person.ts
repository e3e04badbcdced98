import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import { enterChain, PLATFORM, type Chain, type Tx } from "@/lib/platform/database/transaction";
import type { OwnMember } from "@/lib/platform/write/write";

/**
 * A letter about one's own account, within `writeAsSelf`: in the outbox of the person's only organisation, whose stewards
 * may see whether it left; else in the platform's.
 */
export async function queueToPerson(tx: Tx, personId: string, letter: Letter, now: Date): Promise<void> {
  const [only, another] = await findOwnMembers(tx, personId);
  const chain: Chain = only && !another ? { org: only.orgId, scope: "staff" } : PLATFORM;
  await enterChain(tx, chain);
  await queueMail(tx, chain.org, letter, now);
  await enterChain(tx, PLATFORM);
}

/** The live memberships of the person whom the unit of work was opened for, in an order that is always the same. */
export function findOwnMembers(tx: Tx, personId: string): Promise<OwnMember[]> {
  return tx.member.findMany({
    where: { personId, endedAt: null },
    orderBy: { orgId: "asc" },
    select: { id: true, orgId: true, name: true },
  });
}
