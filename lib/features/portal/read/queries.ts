import { fingerprintOf, findRecord, findRecords } from "@/lib/features/processing-record/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

export function findOwnContact(tx: Tx, id: string) {
  return tx.controllerContact.findFirstOrThrow({
    where: { id },
    select: { name: true, email: true, capacity: true, language: true, role: true, previousVisitAt: true },
  });
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
