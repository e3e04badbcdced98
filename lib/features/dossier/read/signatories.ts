import { isSuppliedByProcessor } from "@/lib/domain/authorisation/history";
import type { AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Proof of a signatory's address, with what lets a reader check it; the message itself stays with the processor. */
type SignatoryProof = {
  means: string;
  provenAt: string;
  by: string;
  addresses: string[];
  headId: string | null;
  letterIds: string[];
  domain: string;
  selector: string;
  publishedKey: string;
  messageDigest: string;
};

/** Address under which a contact who signed was invited, and what proved it by the dossier's instant. */
export type Signatory = { contactId: string; address: string; proof: SignatoryProof | null };

/** Finds who signed in the portal, by the person. */
export async function findSignatories(
  tx: Tx,
  { controllerId, facts }: Pick<AuthorisationRow, "controllerId" | "facts">,
  at: Date,
): Promise<Map<string, Signatory>> {
  const people = facts.flatMap(({ authorKind, authorId }) =>
    authorKind === "controller-contact" && authorId !== null ? [authorId] : [],
  );
  const contacts = await tx.controllerContact.findMany({
    where: { controllerId, personId: { in: people } },
    orderBy: { createdAt: "asc" },
    select: { id: true, personId: true, email: true, proof: true },
  });
  return new Map(
    contacts.map(({ id, personId, email, proof }) => [
      personId ?? "",
      { contactId: id, address: email, proof: proof && proof.provenAt <= at ? describeProof(proof) : null },
    ]),
  );
}

type StoredProof = Omit<SignatoryProof, "provenAt" | "by"> & { provenAt: Date; byName: string };

function describeProof({ provenAt, byName, ...proof }: StoredProof): SignatoryProof {
  const { means, addresses, headId, letterIds, domain, selector, publishedKey, messageDigest } = proof;
  return {
    means,
    provenAt: provenAt.toISOString(),
    by: byName,
    addresses,
    headId,
    letterIds,
    domain,
    selector,
    publishedKey,
    messageDigest,
  };
}

/** Document that a fact cites, and who put it there: what the processor supplied is its own word. */
export type CitedDocument = { fileName: string; sha256: string; suppliedBy: "processor" | "controller" };

/** Finds the documents that the facts of a request cite. */
export async function findDocuments(
  tx: Tx,
  { facts }: Pick<AuthorisationRow, "facts">,
): Promise<Map<string, CitedDocument>> {
  const ids = facts.flatMap(({ documentId }) => documentId ?? []);
  if (ids.length === 0) return new Map();
  const files = await tx.attachment.findMany({
    where: { id: { in: ids } },
    select: { id: true, fileName: true, sha256: true, contactId: true },
  });
  return new Map(
    files.map(({ id, contactId, ...file }) => [
      id,
      { ...file, suppliedBy: isSuppliedByProcessor({ contactId }) ? "processor" : "controller" },
    ]),
  );
}
