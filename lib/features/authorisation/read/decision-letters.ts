import { findLetterStatuses, type LetterStatus } from "@/lib/platform/mail/letter-status";
import type { Tx } from "@/lib/platform/database/transaction";

/** A letter that carries a certificate of a decision, with what became of it. */
export type DecisionLetter = {
  number: string;
  toName: string;
  toAddress: string;
  status: LetterStatus;
  /** The receiving server's or our relay's answer; "" where there is none. */
  response: string;
};

/** A dated statement that completes a certificate: what became of one of its letters. */
export type Completion = {
  letterId: string;
  number: string;
  toName: string;
  toAddress: string;
  state: string;
  response: string;
  at: Date;
  completedAt: Date;
};

/** The statements that completed the certificates of a request, in the order in which they became known. */
export function findCompletions(tx: Tx, authorisationId: string): Promise<Completion[]> {
  return tx.decisionCompletion.findMany({
    where: { authorisationId },
    orderBy: [{ completedAt: "asc" }, { id: "asc" }],
    select: {
      letterId: true,
      number: true,
      toName: true,
      toAddress: true,
      state: true,
      response: true,
      at: true,
      completedAt: true,
    },
  });
}

/** The letters that told people of decisions on a request, by certificate and in the order in which they were written. */
export async function findDecisionLetters(tx: Tx, authorisationId: string): Promise<DecisionLetter[]> {
  const certificates = await tx.decisionCertificate.findMany({
    where: { authorisationId },
    orderBy: { issuedAt: "asc" },
    select: { number: true, documentId: true },
  });
  const numberOf = new Map(certificates.map(({ documentId, number }) => [documentId, number]));
  const letters = await tx.outboxMail.findMany({
    where: { attachmentId: { in: [...numberOf.keys()] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, attachmentId: true, toName: true, toAddress: true, response: true },
  });
  const statusOf = await findLetterStatuses(
    tx,
    letters.map(({ id }) => id),
  );
  return letters.map(({ id, attachmentId, ...letter }) => ({
    ...letter,
    number: numberOf.get(attachmentId ?? "") ?? "",
    status: statusOf(id) ?? { id, state: "unknown", at: null },
  }));
}
