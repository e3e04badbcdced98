import type { Tx } from "@/lib/platform/database/transaction";

/** Answers to a person: for a controller, for a processor of one controller, which is named, and for one of several or unknown. */
export const PERSON_REPLIES = [
  "rights-request-reply",
  "rights-request-reply-for-named",
  "rights-request-reply-for-others",
] as const;

const TO_PERSON = [
  "public-request",
  "public-request-received",
  "rights-request-answer",
  "rights-request-withdrawal-noted",
  ...PERSON_REPLIES,
] as const;

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
