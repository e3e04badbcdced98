import { consultationContentSchema } from "@/lib/domain/consultation/content";
import { type ConsultationState } from "@/lib/domain/consultation/lifecycle";
import { areContactsOver } from "@/lib/domain/consultation/retention";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findConsultation } from "@/lib/features/consultation/read/queries";
import { withOrg } from "@/lib/platform/database/transaction";
import { type Ctx, today } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { consultationDocument } from "./document";

const MOST_ROWS = 1000;
const TIMEOUT_MS = 120_000;

/** Empties the consultations whose contacts have served by now; returns how many were emptied. */
export async function eraseDueContacts(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const rows = await withOrg(ctx.scope, (tx) =>
    tx.consultation.findMany({
      where: { erasedAt: null, state: { not: "draft" } },
      orderBy: { id: "asc" },
      take: MOST_ROWS,
      select: { id: true, state: true, lastDay: true, endedOn: true, content: true },
    }),
  );
  const due = rows.filter(({ state, content, ...row }) => {
    const { contactDays } = consultationContentSchema.parse(content);
    return areContactsOver({ ...row, contactDays, state: state as ConsultationState }, today(ctx));
  });
  let erased = 0;
  for (const { id } of due) {
    if (signal.aborted) break;
    if ((await eraseContacts(ctx, id)).ok) erased += 1;
  }
  return erased;
}

/** Empties persons of number and address; keys, links, choices and their proof stay. */
async function eraseContacts(ctx: Ctx, id: string): Promise<Outcome<{ count: number }>> {
  if (!isAuthorised(ctx, "consultation.erase")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      const row = await findConsultation(tx, id);
      if (!row) return refuse({ kind: "not-found" });
      const { count } = await tx.consultationPerson.updateMany({
        where: { consultationId: id, contactSealed: { not: null } },
        data: { contactSealed: null },
      });
      await tx.consultation.updateMany({ where: { id, erasedAt: null }, data: { erasedAt: ctx.now } });
      journal.note({
        event: "consultation.contacts-erased",
        subject: consultationDocument.subjectOf(row),
        after: { contactCount: count },
      });
      return done({ count });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
