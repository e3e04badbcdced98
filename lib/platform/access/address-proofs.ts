import { type PortalAct, effectOf } from "@/lib/domain/access/portal-acts";
import type { Tx } from "@/lib/platform/database/transaction";

/** True while nothing proves that a contact's address is one of its controller, or while somebody objects to the signatory. */
export async function isAddressUnproven(tx: Tx, contactId: string): Promise<boolean> {
  return (await findProvenAt(tx, [contactId])).size === 0;
}

/**
 * Instants at which the addresses of contacts were proven: null for one to whom another contact of its controller objects. One
 * that nothing proves has none.
 */
export type AddressProofs = ReadonlyMap<string, Date | null>;

type FoundProof = { contactId: string; provenAt: Date | null; isObjected: boolean };

/** Finds what proves the addresses of contacts, and objections to them. Asks nothing for no contact. */
export async function findAddressProofs(tx: Tx, contactIds: readonly string[]): Promise<AddressProofs> {
  if (contactIds.length === 0) return new Map();
  const found = await tx.$queryRaw<FoundProof[]>`
    SELECT c.id AS "contactId", p.proven_at AS "provenAt", contact_has_open_objection(c.id) AS "isObjected"
    FROM unnest(${[...new Set(contactIds)]}::uuid[]) AS c (id) LEFT JOIN contact_proof p ON p.contact_id = c.id`;
  const known = found.filter(({ provenAt, isObjected }) => provenAt !== null || isObjected);
  return new Map(
    known.map(({ contactId, provenAt, isObjected }) => [contactId, isObjected ? null : provenAt]),
  );
}

/** Instants at which the addresses of contacts were proven; one that is not, or to whom somebody objects, has none. */
export async function findProvenAt(tx: Tx, contactIds: readonly string[]): Promise<Map<string, Date>> {
  const proofs = await findAddressProofs(tx, contactIds);
  return new Map([...proofs].flatMap(([id, at]) => (at ? [[id, at]] : [])));
}

/** An act of the portal as it is kept: whether its author's address was unproven as it was done. */
type Kept = { contactId: string | null; addressUnproven: boolean | null };

/**
 * Instant from which an act counts that was done from an unproven address: that of its proof, null while there is none.
 * An objection holds back whatever the signatory gave, until it is settled. Undefined for an act that nothing holds back.
 */
export function heldUntil(
  { contactId, addressUnproven }: Kept,
  { act, outcome, proofs }: { act: PortalAct; outcome?: string; proofs: AddressProofs },
): Date | null | undefined {
  if (contactId === null || effectOf(act, outcome) !== "gives") return undefined;
  const provenAt = proofs.get(contactId);
  if (provenAt === null) return null;
  return addressUnproven === true ? (provenAt ?? null) : undefined;
}

/** Contacts whose proof, or an objection to whom, decides whether what they did counts. */
export function contactsToProve(acts: readonly Kept[]): string[] {
  return acts.flatMap(({ contactId }) => contactId ?? []);
}
