import type { Tx } from "@/lib/platform/transaction";

/** One's own line among the contacts of the controller. */
export function findOwnContact(tx: Tx, id: string) {
  return tx.controllerContact.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, capacity: true, language: true, role: true, previousVisitAt: true },
  });
}

/** The controller's entries, in the order of their references. A draft says nothing yet: it is the processor's own work. */
export function listOwnRecords(tx: Tx) {
  return tx.processingRecord.findMany({
    where: { capacity: "processor", state: { not: "draft" } },
    orderBy: { reference: "asc" },
    take: 1000,
    select: { id: true, reference: true, activity: true, state: true, countries: true },
  });
}
