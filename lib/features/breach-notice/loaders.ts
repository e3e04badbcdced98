import "server-only";
import { canSend } from "@/lib/platform/mail/transport";
import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { authorityDuties, hasAuthority } from "@/lib/domain/breach/authority-duties";
import type { Place } from "@/lib/domain/breach/file";
import { jointRecipientsOf } from "@/lib/domain/breach/joint-recipients";
import {
  contentBefore,
  followUpNumber,
  foreignNamesIn,
  isPacked,
  newSince,
  shownPhase,
} from "@/lib/domain/breach/notice";
import { proposedAuthorities } from "@/lib/domain/breach/own-notification";
import { examplesUnder } from "@/lib/domain/breach/precedents";
import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { todayIn } from "@/lib/domain/time/zones";
import { isDisputed } from "@/lib/platform/journal/agreement";
import { recordAccess } from "@/lib/platform/access/access-log";
import { findSeatZone } from "@/lib/platform/controller-zone";
import { findOwnPeople, isProcessorsOwn } from "@/lib/platform/access/own-people";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { today, type ContactCtx, type StaffCtx } from "@/lib/platform/request/context";
import {
  journalStranger,
  refuseInPortal,
  requireContact,
  requirePortals,
  requireStaff,
} from "@/lib/platform/request/request-session";
import { authorityOf } from "@/lib/features/breach-notice/read/authority";
import { composeFor } from "@/lib/features/breach-notice/read/compose";
import { findDraftObstacle } from "@/lib/features/breach-notice/read/draft-obstacle";
import { findDelay } from "@/lib/features/breach-notice/read/file";
import { findPortalController, findPortalFacts } from "@/lib/features/breach-notice/read/portal";
import {
  findPortalIncident,
  findPortalIncidents,
  shownInPortal,
  type PortalIncident,
} from "@/lib/features/breach-notice/read/portal-incidents";
import { findReachable, recipientsOf } from "@/lib/features/breach-notice/read/recipients";
import { findTelling } from "@/lib/features/breach-notice/read/telling";
import { findNextNotice } from "@/lib/features/breach-notice/read/next-notice";
import { findNotice, findNoticeFacts, findNotices } from "@/lib/features/breach-notice/read/queries";

/** A controller's own duties and clocks, for the pages that show them. */
export type Authority = ReturnType<typeof authorityOf>;

/** A page in parts shows one state, whatever is written while it is read. */
const ONE_STATE = { isSnapshot: true };

const isId = (id: string) => z.uuid().safeParse(id).success;

/** Everything about telling one controller of one breach. */
export async function loadCommunication(slug: string, partId: string) {
  const ctx = await requireStaff(slug);
  const own = await findOwnPeople(ctx.scope.org);
  const found = isId(partId)
    ? await withOrg(ctx.scope, (tx) => findTelling(tx, { partId, own, now: ctx.now }), ONE_STATE)
    : null;
  if (!found) notFound();
  return {
    ...found,
    now: ctx.now.getTime(),
    mayWrite: can(ctx.actor, "breach-notice.write"),
    mayIssue: can(ctx.actor, "breach-notice.issue"),
  };
}

/** A notice: its draft beside what the file says now, or what was issued. */
export async function loadNotice(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  const found = isId(id) ? await withOrg(ctx.scope, (tx) => findNoticePage(tx, id, ctx.now)) : null;
  if (!found) return leaveForPart(ctx, slug, id);
  return {
    ...found,
    now: ctx.now.getTime(),
    mayWrite: can(ctx.actor, "breach-notice.write"),
    mayIssue: can(ctx.actor, "breach-notice.issue"),
    canSend: canSend(),
  };
}

/** Questions and entries about an incident without a notice name the controller's part of the breach, which has a page of its own. */
async function leaveForPart({ scope }: StaffCtx, slug: string, id: string): Promise<never> {
  const isPart = isId(id) && (await withOrg(scope, (tx) => tx.breachController.count({ where: { id } }))) > 0;
  if (isPart) redirect(`/${slug}/breaches/controllers/${id}`);
  notFound();
}

async function findNoticePage(tx: Tx, id: string, now: Date) {
  const notice = await findNotice(tx, id);
  const composed = notice && (await composeFor(tx, notice.breachControllerId));
  if (!composed) return null;
  const { file, draft, findAsked } = composed;
  const issued = await findNotices(tx, { breachControllerId: file.part.id, status: "issued" });
  const facts = await findNoticeFacts(tx, { breachId: file.breach.id, controllerId: file.controller.id });
  const next = await findNextNotice(tx, notice);
  const isDraft = notice.status === "draft";
  const before = isDraft ? (next.previous?.content ?? null) : contentBefore(notice, issued);
  const { issuedAt, ...shown } = notice;
  return {
    isDisputed: await isDisputed(tx, "breach-notice", id),
    notice: { ...shown, issuedAt: issuedAt?.getTime() ?? null },
    abandonedAt: notice.status === "withdrawn" ? await findAbandonedAt(tx, id) : null,
    controller: { id: file.controller.id, legalName: file.controller.legalName },
    breach: { id: file.breach.id, reference: file.breach.reference, isDrill: file.breach.isDrill },
    partId: file.part.id,
    // A draft is placed anew at its issue: what was issued meanwhile may have reached the client, or come back.
    followUp: isDraft ? (next.kept.completes?.place ?? 1) : followUpNumber(notice),
    isFirst: next.isFirst,
    recipients: recipientsOf(facts, notice.id),
    phase: shownPhase(notice, next.isFirst),
    after: (isDraft ? next.kept : notice.content).afterRectification ?? null,
    earlier: issued
      .filter((one) => one.id !== notice.id)
      .map((one) => ({
        id: one.id,
        followUp: followUpNumber(one),
        phase: one.phase,
        issuedAt: one.issuedAt?.getTime() ?? null,
        issuedByName: one.issuedByName ?? "",
        recipients: recipientsOf(facts, one.id),
      })),
    news: notice.phase === "rectifying" ? {} : newSince(before, notice.content),
    examples: examplesUnder(
      authorityDuties(file.controller, todayIn("Africa/Casablanca", now.getTime())),
      notice.content.examples,
    ),
    withheld: draft.withheld,
    doubtful: foreignNamesIn(notice.content, findAsked),
    reachable: await findReachable(tx, file.controller.id, {
      sheet: file.controller,
      means: file.terms?.means ?? "",
    }),
    joint: jointRecipientsOf(file.controller),
    hasPortal:
      (await tx.controllerContact.count({ where: { controllerId: file.controller.id, endedAt: null } })) > 0,
    delay: await findDelay(tx, file, now),
    hasAuthority: hasAuthority(authorityDuties(file.controller, todayIn("Africa/Casablanca", now.getTime()))),
    isTakenBack: issued.at(-1)?.phase === "rectifying",
    obstacle: await findDraftObstacle(tx, notice, {
      // The database admits no other status.
      status: file.part.status as Place["status"],
      history: next.history,
    }),
    terms: file.terms,
  };
}

/** A draft that was abandoned changes no more. */
async function findAbandonedAt(tx: Tx, id: string): Promise<number> {
  const { updatedAt } = await tx.breachNotice.findFirstOrThrow({
    where: { id },
    select: { updatedAt: true },
  });
  return updatedAt.getTime();
}

/** Incidents of which a controller was told, in its portal, each with the clock of its own authority. */
export async function loadPortalNotices(contactId: string) {
  const ctx = await requireContact(contactId);
  const own = await findOwnPeople(ctx.scope.org);
  return withOrg(ctx.scope, async (tx) => {
    const incidents = await findPortalIncidents(tx, own);
    const facts = await findPortalFacts(
      tx,
      incidents.flatMap(({ notices }) => notices.map(({ id }) => id)),
    );
    const judged = await findJudged(tx, ctx);
    const shown = [];
    for (const incident of incidents) {
      const seat = await findPortalController(tx, incident.controllerId);
      shown.push({
        ...incident,
        authority: shownAuthority(incident, seat, judged),
        notices: incident.notices.map((notice) => shownInPortal(notice, facts)),
      });
    }
    const zone = await findSeatZone(tx, ctx.actor.controllerId);
    return { now: ctx.now.getTime(), zone, incidents: shown };
  });
}

/** Null where the last word is that the controller is not affected: no time of its own runs any more. */
function shownAuthority({ isRectified, countedAt }: PortalIncident, seat: PortalSeat, judged: Judged) {
  return isRectified ? null : authorityOf(seat, countedAt, judged);
}
type Judged = Parameters<typeof authorityOf>[2];

async function findJudged(tx: Tx, { now }: ContactCtx): Promise<Judged> {
  return { now: now.getTime(), announced: await findAnnouncedHolidays(tx) };
}

type PortalSeat = Awaited<ReturnType<typeof findPortalController>>;

/**
 * Reads what a page of one incident asks, by the incident or by one of its notices. Reading a notice is receiving it, article
 * 33(2): the access is recorded first. Cached per request.
 */
const loadIncident = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  if (!isId(id)) return null;
  const [isOwn, own] = await Promise.all([isProcessorsOwn(ctx), findOwnPeople(ctx.scope.org)]);
  return withOrg(ctx.scope, async (tx) => {
    const named = await findPortalIncident(tx, id, own);
    if (!named) return null;
    const label = String(named.notices.find((one) => one.id === id)?.number ?? "");
    await recordAccess(tx, ctx, { noun: "breach-notice", id, label });
    const incident = required(await findPortalIncident(tx, id, own), "an incident just found");
    const seat = await findPortalController(tx, incident.controllerId);
    const duties = authorityDuties(seat, today(ctx));
    const facts = await findPortalFacts(tx, [id]);
    return {
      incident,
      zone: await findSeatZone(tx, ctx.actor.controllerId),
      duties,
      facts,
      isOwn,
      authority: shownAuthority(incident, seat, await findJudged(tx, ctx)),
      proposed: proposedAuthorities(duties),
      mayState: can(ctx.actor, "breach-notice.state") && !isOwn,
      mayAcknowledge: can(ctx.actor, "breach-notice.receive") && !isOwn,
      isDisputed: await isDisputed(tx, "breach-notice", id),
      now: ctx.now.getTime(),
    };
  });
});

/** An incident of which a call told its controller, by its own id; null where the id is that of a notice. */
export const loadPortalIncident = cache(async (contactId: string, id: string) => {
  const found = await loadIncident(contactId, id);
  return found?.incident.id === id
    ? { ...found, own: found.incident.own, aware: found.incident.aware }
    : null;
});

export const loadPortalNotice = cache(async (contactId: string, id: string) => {
  const found = await loadIncident(contactId, id);
  const notice = found?.incident.notices.find((one) => one.id === id);
  if (!found || !notice) return refuseInPortal(await requireContact(contactId), "breach-notice", id);
  const { incident, duties, facts } = found;
  const { proof, isRectified } = incident;
  const inOrder = incident.notices.toSorted((a, b) => a.number - b.number);
  return {
    ...found,
    notice,
    followUp: followUpNumber(notice),
    news: notice.phase === "rectifying" ? {} : newSince(contentBefore(notice, inOrder), notice.content),
    controllerAt: incident.controllerAt,
    proof: proof && { kind: proof.kind, by: proof.by, to: proof.to },
    examples: examplesUnder(duties, notice.content.examples),
    own: incident.own,
    aware: incident.aware,
    isPacked: isPacked(notice.phase) && !isRectified && hasAuthority(duties),
    acknowledged: facts
      .filter(({ kind }) => kind === "acknowledged")
      .map(({ at, authorName }) => ({ at: at?.getTime() ?? 0, by: authorName })),
  };
});

/** The portal of whoever follows the link of a letter; null where none of theirs received the notice. */
export async function findNoticePlace(id: string): Promise<{ contactId: string } | null> {
  const portals = await requirePortals();
  for (const { contactId, scope } of isId(id) ? portals : [])
    if (await withOrg(scope, (tx) => isTold(tx, id))) return { contactId };
  await journalStranger("breach-notice", id);
  return null;
}

/** True of a notice, or of an incident, of which the contact's controller was told. */
async function isTold(tx: Tx, id: string): Promise<boolean> {
  const notices = await tx.breachNotice.count({ where: { id } });
  return notices > 0 || (await tx.breachController.count({ where: { id } })) > 0;
}
