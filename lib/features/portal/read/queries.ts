import { fingerprintOf, findRecord, findRecords } from "@/lib/features/processing-record/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** One's own line among the contacts of the controller. */
export function findOwnContact(tx: Tx, id: string) {
  return tx.controllerContact.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, capacity: true, language: true, role: true, previousVisitAt: true },
  });
}

/** The controller's entries, in the order of their references. */
export function listOwnRecords(tx: Tx) {
  return tx.processingRecord.findMany({
    where: { capacity: "processor" },
    orderBy: { reference: "asc" },
    take: 1000,
    select: { id: true, reference: true, activity: true, state: true, countries: true },
  });
}

/** What an entry says in the portal, whose scope leaves out the notes, and the fingerprint by which both sides know it. */
export async function findOwnRecord(tx: Tx, id: string) {
  const record = await findRecord(tx, id);
  if (record?.capacity !== "processor") return null;
  return { ...record, fingerprint: fingerprintOf(record.content) };
}

/** Every entry of the controller, without what the processor notes for its own use. */
export function findOwnRecords(tx: Tx) {
  return findRecords(tx, { capacity: "processor" });
}
