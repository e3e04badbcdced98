import { seatZone } from "@/lib/domain/time/controller-calendar";
import { principalsOf } from "@/lib/domain/controller/joint-controllers";
import { required } from "@/lib/domain/invariant/required";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { type Ctx, today } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findNotice, subjectOf } from "@/lib/features/breach-notice/read/queries";
import { findTermsOf } from "@/lib/features/breach-notice/read/file";
import { findNext } from "@/lib/features/breach-notice/read/next-step";
import { findReachable, reachableId, type Reachable } from "@/lib/features/breach-notice/read/recipients";
import { noticeMail, noticePage } from "./letters";
import { insertNoticeFact, lockPart, queueStep } from "./rows";

type OwnPeople = Awaited<ReturnType<typeof findOwnPeople>>;

/**
 * Writes to the next contact where a letter came back or nobody has seen it, article 33(2). Each step is taken once,
 * however often it runs. Returns the number of letters.
 */
export async function escalateNotices(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "breach-notice.escalate")) return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  const candidates = await withOrg(ctx.scope, findUnanswered);
  let sent = 0;
  for (const { id, partId } of candidates) {
    const outcome = await write(ctx, async (tx, journal) => {
      await lockPart(tx, partId);
      return done(await escalate(tx, ctx, journal, { id, own }));
    });
    if (outcome.ok && outcome.value) sent += 1;
  }
  return done(sent);
}

/** The last notice of each controller, where a letter of it left and no person has answered. */
function findUnanswered(tx: Tx): Promise<{ id: string; partId: string }[]> {
  return tx.$queryRaw`
    SELECT n.id, n.breach_controller_id AS "partId" FROM breach_notice n
    WHERE n.status = 'issued' AND n.document_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM breach_notice l WHERE l.org_id = n.org_id
        AND l.breach_controller_id = n.breach_controller_id AND l.status = 'issued' AND l.number > n.number)
      AND EXISTS (SELECT FROM breach_notice_fact f WHERE f.org_id = n.org_id AND f.notice_id = n.id
        AND f.kind = 'mail-queued')
      AND NOT EXISTS (SELECT FROM breach_notice_fact f WHERE f.org_id = n.org_id AND f.notice_id = n.id
        AND f.kind IN ('read-in-portal', 'acknowledged') AND NOT EXISTS (SELECT FROM breach_notice_fact c
          WHERE c.org_id = f.org_id AND c.corrects_id = f.id))
    ORDER BY n.issued_at`;
}

type Escalated = { id: string; own: OwnPeople };

async function escalate(tx: Tx, ctx: Ctx, journal: JournalDraft, { id, own }: Escalated): Promise<boolean> {
  const notice = await findNotice(tx, id);
  if (!notice) return false;
  const controller = await findSheet(tx, notice.controllerId);
  const { awareAt } = await tx.breach.findFirstOrThrow({
    where: { id: notice.breachId },
    select: { awareAt: true },
  });
  const means = (await findTermsOf(tx, notice.controllerId, awareAt))?.means ?? "";
  const reachable = await findReachable(tx, notice.controllerId, { sheet: controller, means });
  const { next, digest } = await findNext(tx, { notice, reachable, own, now: ctx.now });
  if (next.kind !== "escalate") return false;
  const to = required(
    reachable.find((one) => reachableId(one) === next.to),
    "the contact who is next",
  );
  const organisation = await tx.organisation.findFirstOrThrow({ select: { legalName: true } });
  const letter = await noticeMail({
    notice,
    digest,
    to,
    portal: await noticePage(tx, notice, to),
    documentId: required(notice.documentId, "the PDF of an issued notice"),
    after: next.why,
    organisation: organisation.legalName,
    controller: controller.legalName,
    zone: seatZone(controller),
    duties: authorityDuties(controller, today(ctx)),
    principals: principalsOf(controller),
  });
  const { silenceMinutes } = next;
  const letterId = await queueStep(tx, ctx, { notice, to, letter, silenceMinutes, digest });
  if (letterId === null) return false;
  const place = { noticeId: id, breachId: notice.breachId, controllerId: notice.controllerId };
  await insertNoticeFact(tx, ctx, {
    ...place,
    kind: "escalated",
    at: ctx.now,
    contactId: to.contactId,
    letterId,
    reason: next.why,
    value: { from: nameOf(reachable, next.from), to: to.name },
  });
  journal.note({
    event: "breach-notice.escalated",
    subject: subjectOf(notice),
    after: { at: ctx.now.toISOString(), contactId: to.contactId, letterId, reason: next.why },
  });
  return true;
}

function nameOf(reachable: readonly Reachable[], id: string): string {
  return reachable.find((one) => reachableId(one) === id)?.name ?? "";
}

function findSheet(tx: Tx, id: string) {
  return tx.controller.findFirstOrThrow({
    where: { id },
    select: {
      legalName: true,
      contactName: true,
      contactEmail: true,
      contactPhone: true,
      dpoContact: true,
      language: true,
      ...lawColumns,
      otherControllers: true,
    },
  });
}
