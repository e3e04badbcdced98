import { isOfDecision } from "@/lib/domain/outbox/kept-letters";
import type { LetterState } from "@/lib/domain/outbox/letter-state";
import type { LetterRow } from "@/lib/features/outbox/read/queries";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";

type Known = { state: LetterState; response: string; at: Date };

/**
 * Completes the certificate that a letter carries by what became of the letter: a certificate is issued before its letters
 * leave, 28(9). Rows are facts bound by the entry of the same transaction.
 */
export async function completeCertificate(
  tx: Tx,
  { scope, now }: Pick<Ctx, "scope" | "now">,
  { id: letterId, template, attachmentId, toName, toAddress }: LetterRow,
  { state, response, at }: Known,
): Promise<void> {
  if (attachmentId === null || !isOfDecision(template)) return;
  const certificate = await tx.decisionCertificate.findFirst({
    where: { documentId: attachmentId },
    select: { id: true, number: true, controllerId: true, authorisationId: true },
  });
  // Letters about call scripts carry no certificate.
  if (!certificate) return;
  const { id: certificateId, number, controllerId, authorisationId } = certificate;
  await tx.decisionCompletion.create({
    data: {
      id: newId(now),
      orgId: scope.org,
      controllerId,
      authorisationId,
      certificateId,
      number,
      letterId,
      toName,
      toAddress,
      state,
      response,
      at,
      completedAt: now,
    },
  });
}
