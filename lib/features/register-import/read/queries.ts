import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Tx } from "@/lib/platform/database/transaction";

/** Null where the register is empty. */
export async function findOccupied(tx: Tx, capacity: Capacity): Promise<"notEmpty" | "hasExample" | null> {
  if (await tx.exampleRow.findFirst({ select: { noun: true } })) return "hasExample";
  if (await tx.processingRecord.findFirst({ where: { capacity }, select: { id: true } })) return "notEmpty";
  const isClients = capacity === "processor";
  return isClients && (await tx.controller.findFirst({ select: { id: true } })) ? "notEmpty" : null;
}

/** Existing measures by library code or own reference. */
export function findMeasures(tx: Tx) {
  return tx.measure.findMany({
    select: { id: true, reference: true, libraryCode: true, title: true, description: true, family: true },
  });
}
