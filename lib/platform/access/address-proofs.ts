import { type PortalAct, effectOf } from "@/lib/domain/access/portal-acts";
import type { Tx } from "@/lib/platform/database/transaction";

/** True while nothing proves that a contact's address is one of its controller. */
export async function isAddressUnproven(tx: Tx, contactId: string): Promise<boolean> {
  return (await findProvenAt(tx, [contactId])).size === 0;
}

/** Instants at which the addresses of contacts were proven; one that is not has none. Asks nothing for no contact. */
export async function findProvenAt(tx: Tx, contactIds: readonly string[]): Promise<Map<string, Date>> {
  if (contactIds.length === 0) return new Map();
  const proofs = await tx.contactProof.findMany({
    where: { contactId: { in: [...new Set(contactIds)] } },
    select: { contactId: true, provenAt: true },
  });
  return new Map(proofs.map(({ contactId, provenAt }) => [contactId, provenAt]));
}

/** An act of the portal as it is kept: whether its author's address was unproven as it was done. */
type Kept = { contactId: string | null; addressUnproven: boolean | null };

/**
 * Instant from which an act counts that was done from an unproven address: that of its proof, null while there is none.
 * Undefined for an act that nothing holds back.
 */
export function heldUntil(
  { contactId, addressUnproven }: Kept,
  { act, outcome, provenAt }: { act: PortalAct; outcome?: string; provenAt: ReadonlyMap<string, Date> },
): Date | null | undefined {
  if (addressUnproven !== true || contactId === null || effectOf(act, outcome) !== "gives") return undefined;
  return provenAt.get(contactId) ?? null;
}

/** Contacts whose proof decides whether what they did counts. */
export function contactsToProve(acts: readonly Kept[]): string[] {
  return acts.flatMap(({ contactId, addressUnproven }) => (addressUnproven && contactId ? [contactId] : []));
}
