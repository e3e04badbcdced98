import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { correctChoice } from "@/lib/features/choice/write/correct-choice";
import { findAgreementsByLink } from "@/lib/features/consultation/read/link-agreements";
import { findConsultation } from "@/lib/features/consultation/read/queries";
import type { LinkRevoke } from "@/lib/features/consultation/schema";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { consultationDocument } from "./document";

/**
 * Ends one link for good. What was refused through it stays; whether an agreement was the person's is asked, 7(1): one that is not known
 * to be is taken back, 5(1)(d), and what the person chose before holds again.
 */
export async function revokeLink(
  ctx: StaffCtx,
  { id, personId, reason, worth }: LinkRevoke,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "consultation.move")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const row = await findConsultation(tx, id);
    const where = { id: personId, consultationId: id, revokedAt: null };
    const person = await tx.consultationPerson.findFirst({ where, select: { personKey: true } });
    if (!row || !person) return refuse({ kind: "not-found" });
    const agreements = await findAgreementsByLink(tx, personId);
    if (agreements.length > 0 && worth === null) return invalid("worth", "consultation.worth");
    await tx.consultationPerson.updateMany({ where, data: { revokedAt: ctx.now } });
    if (worth === "not-theirs")
      for (const agreement of agreements)
        await correctChoice({ tx, ctx, journal }, agreement, "link-misdirected");
    journal.note({
      event: "consultation.link-revoked",
      subject: consultationDocument.subjectOf(row),
      after: {
        person: Buffer.from(person.personKey).toString("hex"),
        ...(agreements.length > 0 && { worth }),
      },
      reason,
    });
    return done({ id });
  });
}
