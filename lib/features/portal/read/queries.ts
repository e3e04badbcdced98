import { fingerprintOf, findRecord, findRecords } from "@/lib/features/processing-record/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

export function findOwnContact(tx: Tx, id: string) {
  return tx.controllerContact.findFirstOrThrow({
    where: { id },
    select: { name: true, email: true, capacity: true, language: true, role: true, previousVisitAt: true },
  });
}

/**
 * Lists who acts for the controller, with whether something proved the address, who objects to the signatory, and the written act
 * on which an objection ended.
 */
export async function findPeople(tx: Tx, controllerId: string) {
  const rows = await tx.controllerContact.findMany({
    where: { controllerId, endedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true, capacity: true, role: true },
  });
  const proofs = await tx.contactProof.findMany({ where: { controllerId }, select: { contactId: true } });
  const proven = new Set(proofs.map(({ contactId }) => contactId));
  const objections = await tx.signatoryObjection.findMany({
    where: { controllerId },
    orderBy: [{ objectedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      contactId: true,
      byContactId: true,
      byName: true,
      reason: true,
      settlement: { select: { source: true, settledByName: true, settledAt: true, documentId: true } },
    },
  });
  return rows.map((row) => ({
    ...row,
    isProven: proven.has(row.id),
    objections: objections.filter(({ contactId }) => contactId === row.id),
  }));
}

export function listOwnRecords(tx: Tx) {
  return tx.processingRecord.findMany({
    where: { capacity: "processor" },
    orderBy: { reference: "asc" },
    take: 1000,
    select: { id: true, reference: true, activity: true, state: true, countries: true },
  });
}

/** Excludes internal notes, by the portal's scope; includes the fingerprint. */
export async function findOwnRecord(tx: Tx, id: string) {
  const record = await findRecord(tx, id);
  if (record?.capacity !== "processor") return null;
  return { ...record, fingerprint: fingerprintOf(record.content) };
}

/** Excludes internal notes. */
export function findOwnRecords(tx: Tx) {
  return findRecords(tx, { capacity: "processor" });
}
