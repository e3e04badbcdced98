import type { Tx } from "@/lib/platform/database/transaction";

/** Empties the address of the letter that acknowledged a request by the public form, and stops one that has not left. */
export async function forgetReceipt(tx: Tx, reference: string, now: Date): Promise<void> {
  const receipt = { template: "public-request", params: { path: ["reference"], equals: reference } };
  await tx.outboxMail.updateMany({
    where: { ...receipt, state: "queued" },
    data: { state: "cancelled", closedAt: now },
  });
  await tx.outboxMail.updateMany({ where: receipt, data: { toAddress: "" } });
}
