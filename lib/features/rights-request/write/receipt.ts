import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Stops the letter that acknowledges a request by the public form where it has not left; empties the address of one that
 * left before recipients were encrypted.
 */
export async function eraseReceipt(tx: Tx, reference: string, now: Date): Promise<void> {
  const receipt = { template: "public-request", params: { path: ["reference"], equals: reference } };
  await tx.outboxMail.updateMany({
    where: { ...receipt, state: "queued" },
    data: { state: "cancelled", closedAt: now, sealed: null },
  });
  await tx.outboxMail.updateMany({ where: receipt, data: { toAddress: "" } });
}
