import { Check, FileText, Hourglass, MailCheck, Scale as ScaleIcon, Timer, TimerOff } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { IssuedBy, NoticeTitle } from "@/components/breach-notice/communication";
import { OwnNotifications } from "@/components/breach-notice/own-notifications";
import { NoticeStatusMark } from "@/components/breach-notice/notice-status";
import { DutyLines } from "@/components/shell/duty-lines";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { RunningClock } from "@/components/ui/running-clock";
import { Instant } from "@/components/ui/deadline";
import { Status } from "@/components/ui/status";
import { areAuthoritiesAnswered, earliestAwareness } from "@/lib/domain/breach/own-notification";
import { isToldWrongly } from "@/lib/domain/breach/rectification";
import type { NoticeState } from "@/lib/domain/breach/deadlines";
import type { loadBreach } from "@/lib/features/breach/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { BothCities } from "./instants";
import { Lane, LaneScale, scaleOf, type Scale } from "./lanes";
import { isToldByOwnRule } from "@/lib/domain/breach/authority-duties";
import { durationParts } from "./duration";

type Breach = Awaited<ReturnType<typeof loadBreach>>;
type Controller = Breach["controllers"][number];
type CaseProps = { org: string; it: Breach; controller: Controller };

/** Art. 33(2): one clock for each controller, on one scale. */
export function InformPart({ org, it }: { org: string; it: Breach }) {
  const t = useTranslations("breach.inform");
  // Keeps the line of one that was set aside after it was told: what was sent stays seen.
  const affected = it.controllers.filter(
    ({ status, issued, rectification }) =>
      status !== "set-aside" || issued.length > 0 || rectification !== null,
  );
  const { awareAt } = it.file;
  const clocks = affected.map(({ clock }) => clock);
  const scale = awareAt === null ? null : scaleOf(awareAt, clocks, it.now);
  return (
    <Part id="inform" article={t("article")} note={t("note")} title={t("title")} aside={scale && t("scale")}>
      {affected.length === 0 && <p className="void mt-3">{t("none")}</p>}
      {awareAt === null && <p className="muted mt-3">{t("notAware")}</p>}
      <div className="lanes">
        {scale && affected.length > 0 && <LaneScale scale={scale} now={it.now} />}
        {affected.map((controller) => (
          <Case key={controller.id} {...{ org, it, controller, scale }} />
        ))}
      </div>
    </Part>
  );
}

function Case({ org, it, controller, scale }: CaseProps & { scale: Scale | null }) {
  const { clock, legalName } = controller;
  return (
    <article className="case">
      <div>
        <h3>{legalName}</h3>
        <Terms controller={controller} awareAt={it.file.awareAt} />
        <IssuedNotices org={org} controller={controller} />
      </div>
      <div>
        <CaseClock it={it} controller={controller} />
      </div>
      <div>
        <CaseActs {...{ org, it, controller }} />
      </div>
      {scale && it.file.awareAt !== null && (
        <Lane scale={scale} awareAt={it.file.awareAt} clock={clock} now={it.now} />
      )}
    </article>
  );
}

function IssuedNotices({ org, controller: { issued } }: { org: string; controller: Controller }) {
  if (issued.length === 0) return null;
  return (
    <ul className="abs">
      {issued.map(({ id, phase, followUp, issuedAt, issuedByName, recipients, status }) => (
        <li key={id}>
          <Link href={`/${org}/breaches/notices/${id}`} prefetch={false}>
            <NoticeTitle of={{ phase, followUp }} />
          </Link>{" "}
          {issuedAt !== null && <BothCities at={issuedAt} />} <IssuedBy by={issuedByName} to={recipients} />{" "}
          <NoticeStatusMark of={status} />
        </li>
      ))}
    </ul>
  );
}

/** Each line says which rule it comes from. */
function Terms({ controller, awareAt }: { controller: Controller; awareAt: number | null }) {
  const { terms, clock, duties, persons, records, status, ownHours, judged, ownNotifications } = controller;
  const t = useTranslations("breach.inform");
  const locale = useLocale();
  const { authority, elapsed, informedAt, toldAt } = clock;
  const aware = earliestAwareness([awareAt, informedAt]);
  const took = toldAt !== null && elapsed !== null ? durationParts(elapsed) : null;
  return (
    <div className="abs">
      {status === "proposed" && <p className="void">{t("proposed")}</p>}
      <p>
        {terms === null && t(isToldByOwnRule(duties, false) ? "noContractNorLaw" : "noContract")}
        {terms?.hours === null && t("noHours", { contract: terms.reference })}{" "}
        {clock.threshold !== null && t("ownThreshold", { hours: ownHours })}
        {typeof terms?.hours === "number" &&
          t("hours", { contract: terms.reference, hours: terms.hours })}{" "}
        {took && t("took", took)} {terms?.means && t("means", { means: terms.means })}
      </p>
      <p>
        {typeof persons?.count === "number" ? t("persons", { count: persons.count }) : t("personsUnknown")}{" "}
        {typeof records?.count === "number" && t("records", { count: records.count })}
      </p>
      {judged && (
        <p>
          {t("judged", { name: judged.authorName })} <bdi dir="auto">{judged.reason}</bdi>
        </p>
      )}
      <DutyLines duties={duties} />
      {informedAt !== null && (
        <OwnNotifications
          own={ownNotifications}
          target={authority?.target ?? null}
          duties={duties}
          aware={aware}
        />
      )}
      {informedAt === null && ownNotifications.length > 0 && (
        <OwnNotifications own={ownNotifications} target={null} aware={aware} />
      )}
      {authority && (
        <p>
          {t("literal", {
            when: formatInstant(authority.literal1182, "Europe/Paris", locale, { weekday: true }),
          })}{" "}
          {authority.hasFewWorkingDays && t("fewDays")}
        </p>
      )}
    </div>
  );
}

const MARKS: Record<NoticeState, { kind: "warn" | "late" | "ok" | "plain"; icon: typeof Check }> = {
  suspicion: { kind: "plain", icon: Timer },
  running: { kind: "warn", icon: Hourglass },
  "past-threshold": { kind: "warn", icon: TimerOff },
  late: { kind: "late", icon: TimerOff },
  told: { kind: "ok", icon: Check },
  "told-to-judge": { kind: "warn", icon: ScaleIcon },
  "judged-prompt": { kind: "ok", icon: Check },
  "judged-undue": { kind: "late", icon: TimerOff },
  "told-late": { kind: "late", icon: TimerOff },
  "knew-first": { kind: "ok", icon: Check },
  "told-before-aware": { kind: "warn", icon: TimerOff },
};

/** Past the controller's own hours for its authority, what nobody judged yet shows as late does. */
function markOf({ state, isPastAuthorityHours }: Controller["clock"]) {
  const mark = MARKS[state];
  return mark.kind === "warn" && isPastAuthorityHours ? { ...mark, kind: "late" as const } : mark;
}

type Told = Pick<Controller, "rectification" | "isKnownTold">;

function rectificationWord({ rectification, isKnownTold }: Told, isLeft: boolean) {
  if (rectification === "made") return "rectified";
  if (rectification === "nothing-left" || rectification === null) return "nothingLeft";
  if (rectification === "owed" && isLeft) return "leftUnrectified";
  if (rectification === "owed") return isKnownTold ? "toRectify" : "toRectifyInDoubt";
  return rectification === "issued" ? "rectifyingUnsent" : "rectifyingHandedOver";
}

function CaseClock({ it, controller }: Omit<CaseProps, "org">) {
  const t = useTranslations("breach.inform");
  const { clock, legalName, leftUntold, leftUnrectified, rectification, status } = controller;
  const { duties, ownNotifications } = controller;
  const { state, deadline, authority, informedAt, toldAt } = clock;
  if (status === "set-aside")
    return (
      <p className="small">
        <Status kind={isToldWrongly(rectification) ? "late" : "plain"}>
          {t(rectificationWord(controller, leftUnrectified !== null))}
        </Status>{" "}
        {rectification === "owed" && leftUnrectified && <bdi dir="auto">{leftUnrectified.reason}</bdi>}
      </p>
    );
  if (leftUntold !== null && toldAt === null)
    return (
      <p className="small">
        <Status kind="late" icon={TimerOff}>
          {t("states.left-untold")}
        </Status>{" "}
        <bdi dir="auto">{leftUntold.reason}</bdi>
      </p>
    );
  const until = toldAt === null ? deadline : (authority?.target ?? null);
  const aware = earliestAwareness([it.file.awareAt, informedAt]);
  const isTheirsOver = areAuthoritiesAnswered(ownNotifications, duties, aware);
  const isCounting = it.file.awareAt !== null && (toldAt === null || (authority !== null && !isTheirsOver));
  return (
    <>
      {isCounting && (
        <RunningClock
          nowMs={it.now}
          until={until}
          since={it.file.awareAt}
          label={t(toldAt === null ? "clockOf" : "theirClockOf", { name: legalName })}
        />
      )}
      <p className="small">
        <Status {...markOf(clock)}>
          {t(`states.${state}`)}
          {authority?.duties.map(({ law, open }) => t(`laws.${open ? "presumed" : law}`))}
        </Status>
      </p>
      {controller.isOpenedUnproven && <p className="void">{t("openedUnproven")}</p>}
    </>
  );
}

const JUDGED: readonly NoticeState[] = ["told-to-judge", "judged-prompt", "judged-undue"];

function CaseActs({ org, it, controller }: CaseProps) {
  const { id, clock, lineId, status, issued, rectification } = controller;
  const t = useTranslations("breach.inform");
  const { deadline, authority, toldAt } = clock;
  const until = toldAt === null ? deadline : (authority?.target ?? null);
  const isTold = toldAt !== null;
  return (
    <>
      {lineId && (status === "confirmed" || issued.length > 0 || rectification !== null) && (
        <LinkButton
          icon={isTold || issued.length > 0 ? FileText : MailCheck}
          href={`/${org}/breaches/controllers/${lineId}`}
        >
          {t(isTold || issued.length > 0 ? "seeNotices" : "prepareNotice")}
        </LinkButton>
      )}
      {JUDGED.includes(clock.state) && it.may.decide && it.file.status !== "closed" && (
        <LinkButton
          icon={ScaleIcon}
          href={`/${org}/breaches/${it.breach.id}/facts?kind=delay-judged&controller=${id}`}
        >
          {t("judge")}
        </LinkButton>
      )}
      <p className="abs mt-2">
        {until !== null && <BothCities at={until} />}
        {until === null && !isTold && it.file.awareAt !== null && t("noTerm")}
        {isTold && !authority && <InformedAt at={toldAt} />}
      </p>
    </>
  );
}

function InformedAt({ at }: { at: number }) {
  const t = useTranslations("breach.inform");
  const locale = useLocale();
  return (
    <>
      {t("informedAt")}{" "}
      <Instant
        iso={new Date(at).toISOString()}
        text={formatInstant(at, "Africa/Casablanca", locale, { weekday: true })}
      />
    </>
  );
}
