import type { Prisma } from "@/lib/generated/prisma/client";
import { findClosed } from "@/lib/platform/files/closed";
import type { Tx } from "@/lib/platform/database/transaction";

export function findParties(tx: Tx, where: Prisma.ControllerWhereInput = {}) {
  return tx.controller.findMany({
    where: { archivedAt: null, isPlaceholder: false, ...where },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    select: {
      id: true,
      legalName: true,
      contactName: true,
      contactEmail: true,
      language: true,
      country: true,
      address: true,
      contacts: {
        where: { role: "signatory", acceptedAt: { not: null }, endedAt: null },
        orderBy: [{ acceptedAt: "asc" }, { id: "asc" }],
        take: 1,
        select: { name: true, email: true },
      },
    },
  });
}
export type Party = Awaited<ReturnType<typeof findParties>>[number];

/** A contact who may decide in the portal, else the address given by the controller. */
export function addresseeOf({ contactName, contactEmail, contacts: [signatory] }: Party) {
  return signatory ?? { name: contactName, email: contactEmail };
}

type NotifiedParty = { facts: readonly { documentId: string | null; letterId: string | null }[] };

/** Excludes letters that the processor sent itself and documents closed to view. */
export async function findEvidence(tx: Tx, { id, facts }: NotifiedParty & { id: string }) {
  const sent = facts.flatMap(({ letterId, documentId }) => (letterId && documentId) ?? []);
  const files = await tx.attachment.findMany({
    where: {
      subjectNoun: "authorisation",
      subjectId: id,
      id: { notIn: sent },
      replacedBy: null,
      withdrawal: null,
    },
    orderBy: [{ storedAt: "desc" }, { id: "desc" }],
    select: { id: true, fileName: true, sha256: true },
  });
  const closed = await findClosed(
    tx,
    files.map(({ id: fileId }) => fileId),
  );
  return files.filter((file) => !closed.has(file.id));
}

export async function findPapers(tx: Tx, { facts }: NotifiedParty) {
  const files = await tx.attachment.findMany({
    where: { id: { in: facts.flatMap(({ documentId }) => documentId ?? []) } },
    select: { id: true, fileName: true, sha256: true },
  });
  return new Map(files.map((file) => [file.id, file]));
}
