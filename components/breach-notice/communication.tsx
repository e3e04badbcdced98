import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DutyLines } from "@/components/shell/duty-lines";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { RecordField } from "@/components/ui/record-field";
import { isToldByOwnRule } from "@/lib/domain/breach/authority-duties";
import type { EscalationCause } from "@/lib/domain/breach/escalation";
import { phaseWord, type NoticePhase } from "@/lib/domain/breach/notice";
import { earliestAwareness } from "@/lib/domain/breach/own-notification";
import { isToldWrongly } from "@/lib/domain/breach/rectification";
import { formatList } from "@/lib/i18n/format";
import type { loadCommunication } from "@/lib/features/breach-notice/loaders";
import { JointWords } from "./joint-words";
import { NoticeStatusMark } from "./notice-status";
import { BothClocks } from "./notice-words";
import { OwnNotifications } from "./own-notifications";
import { DraftForm } from "./small-forms";

type Communication = Awaited<ReturnType<typeof loadCommunication>>;
type CommunicationProps = { org: string; of: Communication };

/** The clocks of one controller: our own hours, the instant of its knowledge, its own hours. */
export function CommunicationClocks({ of: { clocks, own, terms, now } }: CommunicationProps) {
  const t = useTranslations("breach-notice");
  const { awareAt, controllerAt, deadline, authority, isHandedOver, takenBack, firstAt } = clocks;
  return (
    <Part id="clocks" title={t("parts.clocks")} article={t("articles.notice")}>
      <dl className="mt-3">
        <RecordField label={t("clocks.aware")}>
          {awareAt === null ? t("clocks.noAwareness") : <BothClocks at={awareAt} />}
        </RecordField>
        <RecordField label={t("clocks.deadline")}>
          {deadline === null || !terms?.hours ? (
            t(isToldByOwnRule(authority.duties, terms !== null) ? "clocks.ownRule" : "clocks.undueDelay")
          ) : (
            <>
              <BothClocks at={deadline} />
              <p className="muted">
                {t("clocks.contract", { hours: terms.hours, reference: terms.reference })}
                {controllerAt === null && deadline < now && ` · ${t("clocks.past")}`}
              </p>
            </>
          )}
        </RecordField>
        <RecordField label={t("clocks.controller")}>
          {controllerAt === null ? (
            <>
              {t("clocks.notKnown")}
              {isHandedOver && <p className="muted">{t("clocks.handedOver")}</p>}
            </>
          ) : (
            <BothClocks at={controllerAt} />
          )}
          {firstAt !== null && (
            <p className="muted">
              {t("clocks.knownFirst")} <BothClocks at={firstAt} /> · {t("clocks.countedFromFirst")}
            </p>
          )}
        </RecordField>
        <RecordField label={t("clocks.authority")}>
          {takenBack && (
            <p>
              {t("clocks.takenBack", { by: takenBack.by })} <BothClocks at={takenBack.at} />{" "}
              {t("clocks.noHours")}
            </p>
          )}
          {authority.clocks && !takenBack && (
            <>
              <BothClocks at={authority.clocks.target} />
              <p className="muted">
                {t("clocks.literal")} <BothClocks at={authority.clocks.literal1182} />
              </p>
            </>
          )}
          {!takenBack && <DutyLines duties={authority.duties} />}
        </RecordField>
        <RecordField label={t("own.title")}>
          <OwnNotifications
            own={own}
            target={takenBack ? null : (authority.clocks?.target ?? null)}
            duties={authority.duties}
            aware={earliestAwareness([awareAt, firstAt, controllerAt])}
          />
        </RecordField>
      </dl>
    </Part>
  );
}

export function CommunicationNotices({ org, of }: CommunicationProps) {
  const t = useTranslations("breach-notice");
  const hasDraft = of.notices.some(({ status }) => status === "draft");
  const givenUp = of.notices.find(({ obstacle }) => obstacle !== null);
  return (
    <Part id="notices" title={t("parts.notices")} article={t("articles.notice")}>
      {of.notices.length === 0 && <p className="mt-3">{t("none")}</p>}
      <ul className="mt-3">
        {of.notices.map((notice) => (
          <li key={notice.id} className="border-b border-rule py-2">
            <Link href={`/${org}/breaches/notices/${notice.id}`} prefetch={false}>
              <NoticeTitle of={notice} />
            </Link>{" "}
            <NoticeStatusMark of={notice.status} /> <IssuedLine of={notice} />
            {notice.obstacle && <p className="muted">{t(`givenUp.${notice.obstacle}`)}</p>}
          </li>
        ))}
      </ul>
      {of.joint.length > 0 && (
        <>
          <h3 className="mt-4">{t("joint.title")}</h3>
          <ul>
            {of.joint.map((telling) => (
              <li key={telling.id} className="border-b border-rule py-2">
                <JointWords of={telling} /> <BothClocks at={telling.at} />
              </li>
            ))}
          </ul>
        </>
      )}
      <OpenDuties of={of} />
      <NextStep of={of} />
      {of.rectification === "nothing-left" && <p className="mt-3">{t("nothingLeft")}</p>}
      {isToldWrongly(of.rectification) && (
        <p className="reason mt-4" role="alert">
          {of.rectification === "owed" && of.left.unrectified !== null ? (
            <>
              {t("leftUnrectified")} <bdi dir="auto">{of.left.unrectified}</bdi>
            </>
          ) : (
            t(rectificationWord(of))
          )}
        </p>
      )}
      {of.left.untold !== null && of.clocks.controllerAt === null && (
        <p className="reason mt-4">
          {t("leftUntold")} <bdi dir="auto">{of.left.untold}</bdi>
        </p>
      )}
      {of.mayWrite && !hasDraft && of.part.status === "confirmed" && of.isIssued && (
        <p className="void mt-4">{t(of.isCompleting ? "alreadyIssued" : "beginsAnew")}</p>
      )}
      {of.mayWrite && !hasDraft && (of.part.status === "confirmed" || of.rectification === "owed") && (
        <div className="mt-4">
          <Words of={["form", "breach-notice"]}>
            <DraftForm org={org} partId={of.part.id} act={draftAct(of, givenUp !== undefined)} />
          </Words>
        </div>
      )}
      {of.part.status !== "confirmed" && of.rectification === null && (
        <p className="mt-3">{t("issues.unconfirmed")}</p>
      )}
    </Part>
  );
}

function rectificationWord({ rectification, isKnownTold }: Communication) {
  if (rectification === "owed") return isKnownTold ? "toRectify" : "toRectifyInDoubt";
  return rectification === "issued" ? "rectifyingUnsent" : "rectifyingHandedOver";
}

function draftAct({ rectification, isCompleting }: Communication, replacesDraft: boolean) {
  if (rectification === "owed") return replacesDraft ? "replaceByRectifying" : "rectify";
  if (replacesDraft) return "replace";
  return isCompleting ? "further" : "act";
}

type IssuedLineProps = {
  of: { issuedAt: number | null; issuedByName: string; recipients: readonly string[] };
};

/** States when a notice was issued, by whom, and to whom it was sent; nothing of a draft. */
export function IssuedLine({ of: { issuedAt, issuedByName, recipients } }: IssuedLineProps) {
  if (issuedAt === null) return null;
  return (
    <span className="muted">
      <BothClocks at={issuedAt} /> <IssuedBy by={issuedByName} to={recipients} />
    </span>
  );
}

/** By whom a notice was issued, and to whom it was sent. */
export function IssuedBy({ by, to }: { by: string; to: readonly string[] }) {
  const t = useTranslations("breach-notice");
  const locale = useLocale();
  return (
    <>
      {t("issuedBy", { name: by })}{" "}
      {to.length === 0 ? t("sentToNobody") : t("sentTo", { names: formatList(to, locale) })}
    </>
  );
}

/** Duties to this controller that no fact has met; what the file learnt since the last notice is dated. */
function OpenDuties({ of: { duties, newsAt } }: { of: Communication }) {
  const t = useTranslations("obligation");
  const ofNotice = useTranslations("breach-notice");
  return (
    <>
      {duties.map((kind) => (
        <p key={kind} className="void mt-2">
          {t(`kinds.${kind}`)}
        </p>
      ))}
      {newsAt !== null && (
        <p className="mt-2">
          {ofNotice("newer")} <BothClocks at={newsAt} />
        </p>
      )}
    </>
  );
}

export function NoticeTitle({ of: { phase, followUp } }: { of: { phase: NoticePhase; followUp: number } }) {
  const t = useTranslations("breach-notice-letter");
  return t("label", { phase: phaseWord(phase), number: followUp });
}

function nameOf(reachable: Communication["reachable"], id: string): string {
  return reachable.find(({ contactId, route }) => (contactId ?? route) === id)?.name ?? "";
}

function causeWord(reason: string): EscalationCause {
  return reason === "failed" || reason === "not-sent" ? reason : "silence";
}

function NextStep({ of: { next, reachable, escalations } }: { of: Communication }) {
  const t = useTranslations("breach-notice");
  return (
    <>
      {escalations.map(({ id, at, from, to, reason }) => (
        <p key={id} className="mt-2">
          {t(`escalated.${causeWord(reason)}`, { from, to })}{" "}
          <span className="muted">
            <BothClocks at={at} />
          </span>
        </p>
      ))}
      {next?.kind === "waiting" && (
        <p className="mt-2">
          {!next.hasLeft && t("next.notLeft")}{" "}
          {next.to === null ? t("next.waitingLast") : t("next.waiting", { name: nameOf(reachable, next.to) })}{" "}
          <BothClocks at={next.until} />
        </p>
      )}
      {next?.kind === "exhausted" && (
        <p className="reason mt-2" role="alert">
          {t(next.why === "not-sent" ? "next.exhaustedUnsent" : "next.exhausted")}
        </p>
      )}
    </>
  );
}
