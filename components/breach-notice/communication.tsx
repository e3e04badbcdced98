import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DutyLines } from "@/components/shell/duty-lines";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { followUpNumber, phaseWord, type NoticePhase } from "@/lib/domain/breach/notice";
import { formatList } from "@/lib/i18n/format";
import type { loadCommunication } from "@/lib/features/breach-notice/loaders";
import { InformedForm } from "./informed-form";
import { NoticeStatusMark } from "./notice-status";
import { BothClocks } from "./notice-words";
import { DraftForm } from "./small-forms";

type Communication = Awaited<ReturnType<typeof loadCommunication>>;
type CommunicationProps = { org: string; of: Communication };

/** The clocks of one controller: our own hours, the instant of its knowledge, its own hours. */
export function CommunicationClocks({ of: { clocks, terms, now } }: CommunicationProps) {
  const t = useTranslations("breach-notice");
  const { awareAt, controllerAt, deadline, authority, isHandedOver } = clocks;
  return (
    <Part id="clocks" title={t("parts.clocks")} article={t("articles.notice")}>
      <dl className="mt-3">
        <RecordField label={t("clocks.aware")}>
          {awareAt === null ? t("clocks.noAwareness") : <BothClocks at={awareAt} />}
        </RecordField>
        <RecordField label={t("clocks.deadline")}>
          {deadline === null || !terms?.hours ? (
            t("clocks.undueDelay")
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
        </RecordField>
        <RecordField label={t("clocks.authority")}>
          {authority.clocks && (
            <>
              <BothClocks at={authority.clocks.target} />
              <p className="muted">
                {t("clocks.literal")} <BothClocks at={authority.clocks.literal1182} />
              </p>
            </>
          )}
          <DutyLines duties={authority.duties} />
        </RecordField>
      </dl>
    </Part>
  );
}

export function CommunicationNotices({ org, of }: CommunicationProps) {
  const t = useTranslations("breach-notice");
  const hasDraft = of.notices.some(({ status }) => status === "draft");
  return (
    <Part id="notices" title={t("parts.notices")} article={t("articles.notice")}>
      {of.notices.length === 0 && <p className="mt-3">{t("none")}</p>}
      <ul className="mt-3">
        {of.notices.map((notice) => (
          <li key={notice.id} className="border-b border-rule py-2">
            <Link href={`/${org}/breaches/notices/${notice.id}`} prefetch={false}>
              <NoticeTitle of={notice} />
            </Link>{" "}
            <NoticeStatusMark of={notice.status} />{" "}
            {notice.issuedAt !== null && (
              <span className="muted">
                <BothClocks at={notice.issuedAt} />{" "}
                <IssuedBy by={notice.issuedByName} to={notice.recipients} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <OpenDuties of={of} />
      <NextStep of={of} />
      {of.mayWrite && !hasDraft && of.isRectified === false && (
        <p className="reason mt-4" role="alert">
          {t("toRectify")}
        </p>
      )}
      {of.mayWrite && !hasDraft && of.part.status === "confirmed" && of.isIssued && (
        <p className="void mt-4">{t("alreadyIssued")}</p>
      )}
      {of.mayWrite && !hasDraft && (of.part.status === "confirmed" || of.isRectified === false) && (
        <div className="mt-4">
          <Words of={["form", "breach-notice"]}>
            <DraftForm org={org} partId={of.part.id} act={draftAct(of)} />
          </Words>
        </div>
      )}
      {of.part.status !== "confirmed" && of.isRectified === null && (
        <p className="mt-3">{t("issues.unconfirmed")}</p>
      )}
    </Part>
  );
}

function draftAct({ isRectified, isIssued }: Communication): "act" | "further" | "rectify" {
  if (isRectified === false) return "rectify";
  return isIssued ? "further" : "act";
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

export function NoticeTitle({ of: { phase, number } }: { of: { phase: NoticePhase; number: number } }) {
  const t = useTranslations("breach-notice-letter");
  return t("label", { phase: phaseWord(phase), number: followUpNumber(number) });
}

function nameOf(reachable: Communication["reachable"], id: string): string {
  return reachable.find(({ contactId, route }) => (contactId ?? route) === id)?.name ?? "";
}

function NextStep({ of: { next, reachable, escalations } }: { of: Communication }) {
  const t = useTranslations("breach-notice");
  return (
    <>
      {escalations.map(({ id, at, from, to, reason }) => (
        <p key={id} className="mt-2">
          {t(`escalated.${reason === "failed" ? "failed" : "silence"}`, { from, to })}{" "}
          <span className="muted">
            <BothClocks at={at} />
          </span>
        </p>
      ))}
      {next?.kind === "waiting" && (
        <p className="mt-2">
          {next.to === null ? t("next.waitingLast") : t("next.waiting", { name: nameOf(reachable, next.to) })}{" "}
          <BothClocks at={next.until} />
        </p>
      )}
      {next?.kind === "exhausted" && (
        <p className="reason mt-2" role="alert">
          {t("next.exhausted")}
        </p>
      )}
    </>
  );
}

/** States whom to call, and how it came to know, each with its instant and its proof. */
export function CommunicationProofs({
  org,
  of,
  initial,
}: CommunicationProps & { initial: { day: string; time: string } }) {
  const t = useTranslations("breach-notice");
  return (
    <>
      <Part id="reach" title={t("parts.reach")} article="">
        {of.reachable.length === 0 && (
          <p className="mt-3">
            {t("unreachable")}{" "}
            <LinkButton tone="bare" href={`/${org}/controllers/${of.controller.id}/night-contacts/new`}>
              {t("addContact")}
            </LinkButton>
          </p>
        )}
        <ul className="mt-3">
          {of.reachable.map(({ contactId, route, name, phone, address }) => (
            <li key={contactId ?? route} className="border-b border-rule py-2">
              <b>{name}</b> {route && <span className="muted">{t(`routes.${route}`)}</span>}{" "}
              {phone && (
                <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
                  <bdi dir="ltr">{phone}</bdi>
                </a>
              )}{" "}
              <bdi>{address}</bdi>
            </li>
          ))}
        </ul>
      </Part>
      <Part id="proofs" title={t("parts.proofs")} article="">
        <ol className="mt-3">
          {of.proofs.map(({ kind, at, who, details }, index) => (
            <li key={`${kind} ${at} ${index}`} className="border-b border-rule py-2">
              <b>{t(`proofs.${kind}`)}</b> · <BothClocks at={at} />
              {who && (
                <>
                  {" · "}
                  <bdi>{who}</bdi>
                </>
              )}
              {details && <p className="muted">{details}</p>}
            </li>
          ))}
        </ol>
        {of.mayIssue && (
          <Words of={["form", "breach-notice"]}>
            <InformedForm org={org} partId={of.part.id} initial={initial} />
          </Words>
        )}
      </Part>
    </>
  );
}
