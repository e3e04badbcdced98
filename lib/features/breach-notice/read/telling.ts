import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { contractualDeadline, controllerAwareAt, safeAwareAt } from "@/lib/domain/breach/clocks";
import { draftObstacle } from "@/lib/domain/breach/draft-place";
import { foldBreach, type BreachFile, type Place } from "@/lib/domain/breach/file";
import { INFORMED_KINDS, standingLines, type InformedKind } from "@/lib/domain/breach/informed-lines";
import { noticeStatusOf, proofsOfNotice } from "@/lib/domain/breach/notice-state";
import type { Obligation } from "@/lib/domain/obligation/types";
import { followUpNumber, shownPhase } from "@/lib/domain/breach/notice";
import { isKnownTold, lastTellingAt, rectificationOf, takenBack } from "@/lib/domain/breach/rectification";
import { clientTitle } from "@/lib/features/breach/read/client-titles";
import { findOwnNotifications } from "@/lib/features/breach/read/own-notifications";
import { findFacts, findFirstAwareness, findInformed } from "@/lib/features/breach/read/queries";
import { findOpenDuties } from "@/lib/features/breach/read/to-plan";
import { findForeignNameFinder } from "@/lib/features/party-names/read/foreign";
import type { findOwnPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { sourceWords } from "@/lib/features/breach-notice/print/source-words";
import { authorityOf } from "./authority";
import { findNoticeFile } from "./file";
import { findJointTellings } from "./joint";
import { findNext } from "./next-step";
import { findNextNotice } from "./next-notice";
import { findProofs, type ShownProof } from "./proofs";
import { findReachable, recipientsOf } from "./recipients";
import { correctedLines } from "./corrected-lines";
import { findEveryNoticeFact, findNotices, type NoticeRow } from "./queries";

type Asked = { partId: string; own: Awaited<ReturnType<typeof findOwnPeople>>; now: Date };

/** Finds what one controller of a breach was told, by which proofs, and what is owed to it; null where there is no such part. */
export async function findTelling(tx: Tx, { partId, own, now }: Asked) {
  const file = await findNoticeFile(tx, partId, await sourceWords("fr"));
  if (!file) return null;
  const { breach, controller, terms, part } = file;
  const notices = await findNotices(tx, { breachControllerId: partId, status: { not: "withdrawn" } });
  const every = await findEveryNoticeFact(tx, { breachId: breach.id, controllerId: controller.id });
  const facts = standingLines(every);
  const proofs = await findProofs(tx, facts, own);
  const reachable = await findReachable(tx, controller.id, {
    sheet: controller,
    means: terms?.means ?? "",
  });
  const issued = notices.filter(({ status }) => status === "issued").at(-1);
  const told = notices.findLast(({ status, phase }) => status === "issued" && phase !== "rectifying");
  const whole = foldBreach(await findFacts(tx, breach.id));
  const named = {
    file: whole,
    controllerId: controller.id,
    told: told?.content.whatHappened ?? null,
  };
  const open = await findOpenDuties(tx, breach.id, now.getTime());
  const duties = open.filter((duty) => duty.part === part.id);
  const place = { breachId: breach.id, controllerId: controller.id, breachControllerId: partId };
  const following = await findNextNotice(tx, place);
  const awareAt = breach.awareAt?.getTime() ?? null;
  const informed = await findInformed(tx, [breach.id]);
  const controllerAt = controllerAwareAt(informed.get(`${breach.id} ${controller.id}`) ?? []);
  const firstAt = (await findFirstAwareness(tx, [breach.id])).get(`${breach.id} ${controller.id}`) ?? null;
  const countedAt = safeAwareAt(controllerAt, firstAt);
  // The database admits no other status.
  const placeStatus = part.status as Place["status"];
  const rectification = rectificationOf(placeStatus, following.history);
  const obstacleOf = ({ status, phase, createdAt }: NoticeRow) =>
    status !== "draft"
      ? null
      : draftObstacle({
          phase,
          createdAt: createdAt.getTime(),
          status: placeStatus,
          rectification,
          file: whole,
        });
  return {
    part,
    controller,
    terms,
    reachable,
    proofs: proofs.map(shownProof),
    corrected: correctedLines(every),
    joint: await findJointTellings(tx, facts),
    breach: {
      id: breach.id,
      title: clientTitle(named, await findForeignNameFinder(tx, controller.id)),
      reference: breach.reference,
      isDrill: breach.isDrill,
    },
    isCompleting: !following.isFirst,
    isIssued: issued !== undefined,
    // An exercise is told to nobody before its notice.
    isToldByCall: !breach.isDrill && following.history.calls.some(({ isRectifying }) => !isRectifying),
    informedKinds: kindsOffered({
      isIssued: issued !== undefined,
      isTold: lastTellingAt(following.history) !== null,
      isSetAside: part.status === "set-aside",
    }),
    rectification,
    isKnownTold: isKnownTold(following.history),
    left: leftAtClosing(whole, controller.id),
    notices: notices.map((notice) => {
      const { id, number, phase, status, issuedAt, issuedByName, content } = notice;
      const obstacle = obstacleOf(notice);
      return {
        id,
        obstacle,
        phase: shownPhase({ phase, status }, following.isFirst),
        followUp:
          status === "draft" ? (following.kept.completes?.place ?? 1) : followUpNumber({ number, content }),
        issuedByName: issuedByName ?? "",
        recipients: recipientsOf(facts, id),
        issuedAt: issuedAt?.getTime() ?? null,
        status: noticeStatusOf(
          status,
          proofsOfNotice(proofs, { id, issuedAt: issuedAt?.getTime() ?? null }),
          obstacle !== null,
        ),
      };
    }),
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
    own: (await findOwnNotifications(tx, [breach.id]))(breach.id, controller.id),
    next: issued ? (await findNext(tx, { notice: issued, reachable, own, now })).next : null,
    clocks: {
      awareAt,
      controllerAt,
      /** First awareness proven, where its own hours count from it and a rectification ended it; null where none did. */
      firstAt: countedAt === controllerAt ? null : countedAt,
      deadline: awareAt !== null && terms?.hours ? contractualDeadline(awareAt, terms.hours) : null,
      /** Holds what ended the hours of a controller that was set aside; null while they run, or may. */
      takenBack: rectification === "made" ? takenBack(following.history) : null,
      isHandedOver: proofs.some(({ kind }) => kind === "handed-over"),
      authority: authorityOf(controller, countedAt, {
        now: now.getTime(),
        announced: await findAnnouncedHolidays(tx),
      }),
    },
  };
}

type Offered = { isIssued: boolean; isTold: boolean; isSetAside: boolean };

/** Lines that a person may record: what proves a notice where there is one, what takes back where something is to be. */
function kindsOffered({ isIssued, isTold, isSetAside }: Offered): InformedKind[] {
  return INFORMED_KINDS.filter((kind) => {
    if (kind === "call-rectified") return isTold && isSetAside;
    return isIssued || (kind !== "given-on-paper" && kind !== "acknowledged");
  });
}

/** Reasons stated at the closing of the breach for what this controller was not told. */
function leftAtClosing({ leftUntold, leftUnrectified }: BreachFile, controllerId: string) {
  return {
    untold: leftUntold.get(controllerId)?.reason ?? null,
    unrectified: leftUnrectified.get(controllerId)?.reason ?? null,
  };
}

/** First instant after the last notice at which the file learnt what it does not say. */
function newsSince(duties: readonly Obligation[], issuedAt: Date | null): number | null {
  const due = duties.find(({ kind }) => kind === "breach.follow-up")?.due;
  return due?.type === "since" && issuedAt !== null && due.at > issuedAt.getTime() ? due.at : null;
}

function shownProof({ kind, at, who, details, noticeId, contactId, line }: ShownProof) {
  return { kind, at, who, details, noticeId, contactId, line };
}
