import type { Tx } from "@/lib/platform/database/transaction";

const TO_PERSON = ["public-request", "public-request-received", "rights-request-answer"] as const;

/**
 * Stops the letters to the person of a request, its receipt and its answer, where they have not left; empties the address
 * of one that left before recipients were encrypted.
 */
export async function eraseReceipt(tx: Tx, references: readonly string[], now: Date): Promise<void> {
  for (const reference of references) await eraseLetters(tx, reference, now);
}

async function eraseLetters(tx: Tx, reference: string, now: Date): Promise<void> {
  const receipt = { template: { in: [...TO_PERSON] }, params: { path: ["reference"], equals: reference } };
  await tx.outboxMail.updateMany({
    where: { ...receipt, state: "queued" },
    data: { state: "cancelled", closedAt: now, sealed: null },
  });
  await tx.outboxMail.updateMany({ where: receipt, data: { toAddress: "" } });
}
