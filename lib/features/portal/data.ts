import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { forController } from "@/lib/domain/processing-record/for-controller";
import { findRecord, findRecords } from "@/lib/features/processing-record/data";
import type { Tx } from "@/lib/platform/transaction";

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

/**
 * The one door to what an entry says in the portal, and to the fingerprint by which both sides know it. Row-level security
 * hides rows and no part of one: what the processor notes for its own use is left here.
 */
export async function findOwnRecord(tx: Tx, id: string) {
  const record = await findRecord(tx, id);
  if (record?.capacity !== "processor") return null;
  const fingerprint = createHash("sha256").update(canonicalText(record.content)).digest("hex");
  return { ...record, content: forController(record.content), fingerprint };
}

/** Every entry of the controller, without what the processor notes for its own use. */
export async function findOwnRecords(tx: Tx) {
  const records = await findRecords(tx, { capacity: "processor" });
  return records.map((record) => ({ ...record, content: forController(record.content) }));
}
