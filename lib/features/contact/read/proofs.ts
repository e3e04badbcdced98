import type { ProofMeans, ToldLetter } from "@/lib/domain/contact/address-proof";
import type { Tx } from "@/lib/platform/database/transaction";
import { findAddressesBefore } from "@/lib/platform/access/known-addresses";

export type AddressProof = {
  means: ProofMeans;
  /** Name of the contact who confirmed; "" for another means. */
  byName: string;
  /** Domain whose signature held; "" for another means. */
  domain: string;
  provenAt: Date;
};

/** Reads what proved a contact's address; null for "address not proven". */
export async function findProof(tx: Tx, contactId: string): Promise<AddressProof | null> {
  const proof = await tx.contactProof.findFirst({
    where: { contactId },
    select: { means: true, byName: true, domain: true, provenAt: true },
  });
  // A contact's row and the verbs that write it admit no other means.
  return proof && { ...proof, means: proof.means as ProofMeans };
}

export type KnownAddresses = { headId: string; addresses: string[] };

/**
 * Addresses of the controller that the last head published before an instant binds, of its sheet and its contracts; null where no
 * head had left the house by then.
 */
export async function findKnownAddresses(
  tx: Tx,
  of: { controllerId: string; before: Date },
): Promise<KnownAddresses | null> {
  const bound = await findAddressesBefore(tx, of);
  return bound && { headId: bound.headId, addresses: [...new Set([...bound.sheet, ...bound.contracts])] };
}

/** Letters that told a controller's other people of this signatory. */
export async function findTold(tx: Tx, contactId: string): Promise<(ToldLetter & { id: string })[]> {
  const rows = await tx.outboxMail.findMany({
    where: {
      template: "contact-role-told",
      dedupeKey: { startsWith: `contact-role-told ${contactId} signatory ` },
    },
    select: { id: true, toAddress: true, acceptedAt: true, facts: { select: { kind: true } } },
  });
  return rows.map(({ id, toAddress, acceptedAt, facts }) => ({
    id,
    address: toAddress,
    acceptedAt: acceptedAt?.getTime() ?? null,
    isBounced: facts.some(({ kind }) => kind === "bounced"),
  }));
}

export type PortalObjection = {
  byName: string;
  reason: string;
  objectedAt: Date;
  /** Written act on which it ended; null while it is open. */
  settlement: { source: string; settledByName: string; settledAt: Date; documentId: string | null } | null;
};

/** Objections to a signatory in the portal, in their order. */
export function findPortalObjections(tx: Tx, contactId: string): Promise<PortalObjection[]> {
  return tx.signatoryObjection.findMany({
    where: { contactId },
    orderBy: [{ objectedAt: "asc" }, { id: "asc" }],
    select: {
      byName: true,
      reason: true,
      objectedAt: true,
      settlement: { select: { source: true, settledByName: true, settledAt: true, documentId: true } },
    },
  });
}

/** True where silence proves nothing any more: somebody objected to the signatory, by mail or in the portal, settled or not. */
export async function hasObjections(tx: Tx, contactId: string): Promise<boolean> {
  if ((await findObjections(tx, contactId)).length > 0) return true;
  return (await tx.signatoryObjection.count({ where: { contactId } })) > 0;
}

/** Objections to a new signatory by addresses that were told of it, in the order in which they came. */
export function findObjections(tx: Tx, contactId: string): Promise<{ email: string; objectedAt: Date }[]> {
  return tx.contactObjection.findMany({
    where: { contactId },
    orderBy: [{ objectedAt: "asc" }, { id: "asc" }],
    select: { email: true, objectedAt: true },
  });
}
