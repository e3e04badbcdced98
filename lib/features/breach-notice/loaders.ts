import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { authorityClocks, contractualDeadline, controllerAwareAt } from "@/lib/domain/breach/clocks";
import { authorityDuties, timedDuties, type NotifyingClient } from "@/lib/domain/breach/authority-duties";
import { foreignNamesIn, newSince } from "@/lib/domain/breach/notice";
import { informedBy, noticeStatusOf } from "@/lib/domain/breach/notice-state";
import type { Obligation } from "@/lib/domain/obligation/types";
import { can } from "@/lib/domain/nouns/policy";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { todayIn } from "@/lib/domain/time/zones";
import { recordAccess } from "@/lib/platform/access/access-log";
import { findOpenDuties } from "@/lib/features/breach/read/to-plan";
import { findOwnPeople, isProcessorsOwn } from "@/lib/platform/access/own-people";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import {
  journalStranger,
  refuseInPortal,
  requireContact,
  requirePortals,
  requireStaff,
} from "@/lib/platform/request/request-session";
import { protectionWords } from "@/lib/features/breach-notice/print/protection-words";
import { composeFor } from "@/lib/features/breach-notice/read/compose";
import { findNoticeFile } from "@/lib/features/breach-notice/read/file";
import { findNext } from "@/lib/features/breach-notice/read/next-step";
import {
  findPortalAwareness,
  findPortalController,
  findPortalFacts,
  findPortalNotices,
} from "@/lib/features/breach-notice/read/portal";
import { findProofs, type ShownProof } from "@/lib/features/breach-notice/read/proofs";
import { findReachable, recipientsOf } from "@/lib/features/breach-notice/read/recipients";
import {
  findNotice,
  findNoticeFacts,
  findNotices,
  type NoticeRow,
} from "@/lib/features/breach-notice/read/queries";

const isId = (id: string) => z.uuid().safeParse(id).success;

/** Everything about telling one controller of one breach. */
export async function loadCommunication(slug: string, partId: string) {
  const ctx = await requireStaff(slug);
  const own = await findOwnPeople(ctx.scope.org);
  const found = isId(partId)
    ? await withOrg(ctx.scope, (tx) => findTelling(tx, { partId, own, now: ctx.now }))
    : null;
  if (!found) notFound();
  return {
    ...found,
    now: ctx.now.getTime(),
    mayWrite: can(ctx.actor, "breach-notice.write"),
    mayIssue: can(ctx.actor, "breach-notice.issue"),
  };
}

type Asked = { partId: string; own: Awaited<ReturnType<typeof findOwnPeople>>; now: Date };

async function findTelling(tx: Tx, { partId, own, now }: Asked) {
  const file = await findNoticeFile(tx, partId, await protectionWords("fr"));
  if (!file) return null;
  const { breach, controller, terms, part } = file;
  const notices = await findNotices(tx, { breachControllerId: partId, status: { not: "withdrawn" } });
  const facts = await findNoticeFacts(tx, { breachId: breach.id, controllerId: controller.id });
  const proofs = await findProofs(tx, facts, own);
  const reachable = await findReachable(tx, controller.id, {
    sheet: controller,
    means: terms?.means ?? "",
  });
  const issued = notices.filter(({ status }) => status === "issued").at(-1);
  const open = await findOpenDuties(tx, breach.id, now.getTime());
  const duties = open.filter((duty) => duty.part === part.id);
  const awareAt = breach.awareAt?.getTime() ?? null;
  const controllerAt = controllerAwareAt(informedBy(proofs));
  return {
    ...{ part, controller, terms, reachable, proofs: proofs.map(shownProof) },
    breach: { id: breach.id, title: breach.title, reference: breach.reference, isDrill: breach.isDrill },
    isIssued: issued !== undefined,
    isRectified: rectifiedOf(part.status, notices),
    notices: notices.map(({ id, number, phase, status, issuedAt, issuedByName }) => ({
      id,
      number,
      phase,
      issuedByName: issuedByName ?? "",
      recipients: recipientsOf(facts, id),
      issuedAt: issuedAt?.getTime() ?? null,
      status: noticeStatusOf(
        status,
        proofs.filter(({ noticeId }) => noticeId === id || noticeId === null),
      ),
    })),
    escalations: facts
      .filter(({ kind }) => kind === "escalated")
      .map(({ id, at, reason, value }) => ({
        id,
        at: at?.getTime() ?? 0,
        reason,
        ...(value as { from: string; to: string }),
      })),
    duties: duties.map(({ kind }) => kind),
    newsAt: newsSince(duties, issued?.issuedAt ?? null),
    next: issued ? (await findNext(tx, { notice: issued, reachable, own, now })).next : null,
    clocks: {
      awareAt,
      controllerAt,
      deadline: awareAt !== null && terms?.hours ? contractualDeadline(awareAt, terms.hours) : null,
      isHandedOver: proofs.some(({ kind }) => kind === "handed-over"),
      authority: authorityOf(controller, controllerAt, now.getTime()),
    },
  };
}

/** Null where nothing is to be rectified; false: it was told that it is affected, and proved not to be. */
function rectifiedOf(
  status: string,
  notices: readonly Pick<NoticeRow, "status" | "phase">[],
): boolean | null {
  const last = notices.findLast((notice) => notice.status === "issued");
  return status === "set-aside" && last ? last.phase === "rectifying" : null;
}

/** First instant after the last notice at which the file learnt what it does not say. */
function newsSince(duties: readonly Obligation[], issuedAt: Date | null): number | null {
  const due = duties.find(({ kind }) => kind === "breach.follow-up")?.due;
  return due?.type === "since" && issuedAt !== null && due.at > issuedAt.getTime() ? due.at : null;
}

/** The controller's own duties by each of its laws, and the 72 hours where one sets them and it is aware. */
export function authorityOf(
  controller: NotifyingClient & { address: string },
  controllerAt: number | null,
  now: number,
) {
  const on = todayIn("Africa/Casablanca", controllerAt ?? now);
  const duties = authorityDuties(controller, on);
  if (timedDuties(duties).length === 0 || controllerAt === null) return { duties, clocks: null };
  return { duties, clocks: authorityClocks(controllerAt, calendarOf(controller, { from: on, years: 1 })) };
}

function shownProof({ kind, at, who, details, noticeId }: ShownProof) {
  return { kind, at, who, details, noticeId };
}

/** A notice: its draft beside what the file says now, or what was issued. */
export async function loadNotice(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  const found = isId(id) ? await withOrg(ctx.scope, (tx) => findNoticePage(tx, id)) : null;
  if (!found) notFound();
  return {
    ...found,
    now: ctx.now.getTime(),
    mayWrite: can(ctx.actor, "breach-notice.write"),
    mayIssue: can(ctx.actor, "breach-notice.issue"),
  };
}

async function findNoticePage(tx: Tx, id: string) {
  const notice = await findNotice(tx, id);
  const composed = notice && (await composeFor(tx, notice.breachControllerId));
  if (!composed) return null;
  const { file, draft, findForeign } = composed;
  const issued = await findNotices(tx, { breachControllerId: file.part.id, status: "issued" });
  const facts = await findNoticeFacts(tx, { breachId: file.breach.id, controllerId: file.controller.id });
  const previous = issued.filter(({ number }) => number < notice.number).at(-1)?.content ?? null;
  const { issuedAt, ...shown } = notice;
  return {
    notice: { ...shown, issuedAt: issuedAt?.getTime() ?? null },
    controller: { id: file.controller.id, legalName: file.controller.legalName },
    breach: { id: file.breach.id, reference: file.breach.reference, isDrill: file.breach.isDrill },
    partId: file.part.id,
    place: issued.filter(({ number }) => number < notice.number).length + 1,
    earlier: issued
      .filter((one) => one.id !== notice.id)
      .map((one) => ({
        id: one.id,
        number: one.number,
        phase: one.phase,
        issuedAt: one.issuedAt?.getTime() ?? null,
        issuedByName: one.issuedByName ?? "",
        recipients: recipientsOf(facts, one.id),
      })),
    news: newSince(previous, notice.content),
    withheld: draft.withheld,
    doubtful: foreignNamesIn(notice.content, findForeign),
    reachable: await findReachable(tx, file.controller.id, {
      sheet: file.controller,
      means: file.terms?.means ?? "",
    }),
    hasPortal:
      (await tx.controllerContact.count({ where: { controllerId: file.controller.id, endedAt: null } })) > 0,
    deadline:
      file.breach.awareAt !== null && file.terms?.hours
        ? contractualDeadline(file.breach.awareAt.getTime(), file.terms.hours)
        : null,
    terms: file.terms,
  };
}

/** Notices of a controller in its portal, by incident, each with the clock of its own authority. */
export async function loadPortalNotices(contactId: string) {
  const ctx = await requireContact(contactId);
  const own = await findOwnPeople(ctx.scope.org);
  return withOrg(ctx.scope, async (tx) => {
    const notices = await findPortalNotices(tx);
    const awareOf = await findPortalAwareness(tx, notices, own);
    const facts = await findPortalFacts(
      tx,
      notices.map(({ id }) => id),
    );
    const incidents = new Map(notices.map((notice) => [notice.breachControllerId, notice.controllerId]));
    const shown = [];
    for (const [id, controllerId] of incidents)
      shown.push({
        id,
        // The last notice says that it is not affected: no time of its own runs any more.
        authority: isRectified(notices, id)
          ? null
          : authorityOf(await findPortalController(tx, controllerId), awareOf(id), ctx.now.getTime()),
        notices: notices
          .filter(({ breachControllerId }) => breachControllerId === id)
          .map((notice) => shownInPortal(notice, facts)),
      });
    return { now: ctx.now.getTime(), incidents: shown };
  });
}

function isRectified(notices: readonly PortalNotice[], incident: string): boolean {
  const own = notices.filter(({ breachControllerId }) => breachControllerId === incident);
  return own.toSorted((a, b) => b.number - a.number)[0]?.phase === "rectifying";
}

type PortalNotice = Awaited<ReturnType<typeof findPortalNotices>>[number];
type PortalFacts = Awaited<ReturnType<typeof findPortalFacts>>;

function shownInPortal({ id, number, phase, isDrill, issuedAt }: PortalNotice, facts: PortalFacts) {
  const isAcknowledged = facts.some(({ noticeId, kind }) => noticeId === id && kind === "acknowledged");
  return { id, number, phase, isDrill, issuedAt, isAcknowledged };
}

/** Records the access first: reading a notice is receiving it, article 33(2). Cached per request. */
export const loadPortalNotice = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  if (!isId(id)) return refuseInPortal(ctx, "breach-notice", id);
  const [isOwn, own] = [await isProcessorsOwn(ctx), await findOwnPeople(ctx.scope.org)];
  const found = await withOrg(ctx.scope, async (tx) => {
    const [notice] = await findPortalNotices(tx, { id });
    if (!notice) return null;
    await recordAccess(tx, ctx, { noun: "breach-notice", id, label: String(notice.number) });
    const siblings = await findPortalNotices(tx, { breachControllerId: notice.breachControllerId });
    const awareOf = await findPortalAwareness(tx, siblings, own);
    const facts = await findPortalFacts(tx, [id]);
    const controller = await findPortalController(tx, notice.controllerId);
    const previous = siblings
      .filter(({ number }) => number < notice.number)
      .toSorted((a, b) => b.number - a.number)[0];
    const controllerAt = awareOf(notice.breachControllerId);
    return {
      notice,
      news: newSince(previous?.content ?? null, notice.content),
      controllerAt,
      authority: isRectified(siblings, notice.breachControllerId)
        ? null
        : authorityOf(controller, controllerAt, ctx.now.getTime()),
      acknowledged: facts
        .filter(({ kind }) => kind === "acknowledged")
        .map(({ at, authorName }) => ({ at: at?.getTime() ?? 0, by: authorName })),
      mayAcknowledge: can(ctx.actor, "breach-notice.receive") && !isOwn,
      now: ctx.now.getTime(),
    };
  });
  return found ?? refuseInPortal(ctx, "breach-notice", id);
});

/** The portal of whoever follows the link of a letter; null where none of theirs received the notice. */
export async function findNoticePlace(id: string): Promise<{ contactId: string } | null> {
  const portals = await requirePortals();
  for (const { contactId, scope } of isId(id) ? portals : [])
    if (await withOrg(scope, (tx) => tx.breachNotice.count({ where: { id } }))) return { contactId };
  await journalStranger("breach-notice", id);
  return null;
}
