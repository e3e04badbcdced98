import { required } from "@/lib/domain/invariant/required";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findOwnPeople, isProcessorsOwn } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { withOrg } from "@/lib/platform/database/transaction";
import type { ContactCtx, Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findUnrecordedOpenings, type Opening } from "@/lib/features/breach/read/openings";
import { subjectOf } from "@/lib/features/breach-notice/read/queries";

/** In the portal, by any contact of the controller: proves receipt, and moves no instant to a later one. */
export async function acknowledgeNotice(
  ctx: ContactCtx,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "breach-notice.receive")) return refuse({ kind: "forbidden" });
  if (await isProcessorsOwn(ctx)) return invalid("", "breach-notice.processorsOwn");
  return write(ctx, async (tx, journal) => {
    const notice = await findReceived(tx, id);
    if (!notice) return refuse({ kind: "not-found" });
    const { controllerId } = notice;
    if (!(await insertAsContact(tx, ctx, { noticeId: id, controllerId, kind: "acknowledged" })))
      return done({ id });
    journal.note({
      event: "breach-notice.acknowledged",
      subject: subjectOf(notice),
      after: { kind: "acknowledged", at: ctx.now.toISOString(), controllerId },
    });
    return done({ id });
  });
}

/** A notice as its portal shows it; its controller may since have become the contact's. */
function findReceived(tx: Tx, id: string) {
  return tx.breachNotice.findFirst({ where: { id }, select: { id: true, number: true, controllerId: true } });
}

type ContactFact = { noticeId: string; controllerId: string; kind: "acknowledged" | "pack-taken" };

/** False where it was recorded before. The breach is named by the database, since a contact does not see it. */
export async function insertAsContact(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  { noticeId, controllerId, kind }: ContactFact,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO breach_notice_fact
      (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind, author_id, author_name)
    VALUES (${newId(now)}::uuid, ${scope.org}::uuid, ${controllerId}::uuid, ${noticeId}::uuid, ${kind}, ${now},
      ${now}, 'controller-contact', ${actor.contactId}::uuid, ${actor.name})
    ON CONFLICT DO NOTHING`;
  return count === 1;
}

/** Makes facts of first openings in the portal, which the access log holds: reading is receipt. Returns their number. */
export async function recordReadings(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "breach-notice.escalate")) return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  const pending = await withOrg(ctx.scope, findUnread);
  if (pending.length === 0) return done(0);
  const breachOf = new Map(pending.map(({ id, breachId }) => [id, breachId]));
  return write(ctx, async (tx, journal) => {
    let recorded = 0;
    for (const opening of await findUnrecordedOpenings(tx, [...breachOf.keys()], own)) {
      const { noticeId, controllerId, number, at } = opening;
      const breachId = required(breachOf.get(noticeId), "the breach of a notice");
      if (!(await insertReading(tx, ctx, { ...opening, breachId }))) continue;
      recorded += 1;
      journal.note({
        event: "breach-notice.informed",
        subject: subjectOf({ id: noticeId, number }),
        after: { kind: "read-in-portal", at: at.toISOString(), controllerId },
      });
    }
    return done(recorded);
  });
}

/** False where it was recorded before. Its author is the contact who read. */
async function insertReading(
  tx: Tx,
  { scope, now }: Ctx,
  { noticeId, breachId, controllerId, at, contactId, name }: Opening & { breachId: string },
): Promise<boolean> {
  const { count } = await tx.breachNoticeFact.createMany({
    data: {
      id: newId(now),
      orgId: scope.org,
      breachId,
      controllerId,
      noticeId,
      kind: "read-in-portal",
      at,
      value: {},
      recordedAt: now,
      authorKind: "controller-contact",
      authorId: contactId,
      authorName: name,
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Notices that were opened in the portal by a contact whose reading no fact holds yet. */
function findUnread(tx: Tx): Promise<{ id: string; breachId: string }[]> {
  return tx.$queryRaw`
    SELECT n.id, n.breach_id AS "breachId" FROM breach_notice n
    WHERE n.status = 'issued' AND EXISTS (SELECT FROM access_look l WHERE l.org_id = n.org_id AND l.subject_id = n.id
      AND l.noun = 'breach-notice' AND l.looked_at >= n.issued_at
      AND NOT EXISTS (SELECT FROM breach_notice_fact f WHERE f.org_id = n.org_id AND f.notice_id = n.id
        AND f.kind = 'read-in-portal' AND f.author_id = l.contact_id))`;
}
