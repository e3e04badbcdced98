import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import type { AnswerClock } from "@/lib/domain/rights-request/answer-clocks";
import type { ControllerClock } from "@/lib/domain/rights-request/clocks";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { formatDay, formatInstant, formatList } from "@/lib/i18n/format";
import { BothCities } from "./both-cities";
import { RelayMark } from "./relay-mark";
import { UnsentMark } from "./unsent-mark";
import { ExtensionWords } from "@/components/shell/extension-words";

/** Both receipts, the relay, the controller's month, and the ten clear days, each with how it was counted. */
export function ClocksPart({ it }: { it: LoadedRequest }) {
  const t = useTranslations("rights-request.clocks");
  const { clock, clocks, controller, file, receivedAt } = it;
  return (
    <Part id="clocks" article={t("article")} note={t("note")} title={t("title")}>
      <dl>
        <Row label={t("ours")}>
          <BothCities at={receivedAt} /> <Starts is={clock?.startedBy === "processor"} />
        </Row>
        <Row label={t("theirs")}>
          {file.controllerAt === null ? (
            <span className="void">{t("unknown")}</span>
          ) : (
            <BothCities at={file.controllerAt} />
          )}{" "}
          {it.openedAt !== null && <span className="muted">· {t("opened")}</span>}{" "}
          <Starts is={clock?.startedBy === "controller"} />
        </Row>
        <Row label={t("relay")}>
          <Relay it={it} />
        </Row>
        {it.due && (
          <Row label={t("first")}>
            <FirstDue it={it} />
          </Row>
        )}
        {clocks.map((one) => (
          <MonthRows key={one.law} clock={one} />
        ))}
        {it.actsFor !== null && (
          <Row label={t("month")}>
            <PassedOn to={it.actsFor} />
          </Row>
        )}
        {clocks.length === 0 && it.actsFor === null && (
          <Row label={t("month")}>{t(controller === null ? "noController" : "noLaw")}</Row>
        )}
        <Row label={t("answered")}>
          <Answered it={it} />
        </Row>
        {it.clear && <ClearRow it={it} />}
      </dl>
    </Part>
  );
}

/** Says of a client that is itself a processor who answers the person, and that the client passes the request on. */
function PassedOn({ to }: { to: readonly string[] }) {
  const t = useTranslations("rights-request.clocks");
  const locale = useLocale();
  return (
    <>
      {t("passedOn")}{" "}
      {to.length === 0 ? (
        <span className="void">{t("passedOnToUnknown")}</span>
      ) : (
        t("passedOnTo", { names: formatList([...to], locale) })
      )}
    </>
  );
}

/** The earliest of the clocks, the one of the list and of Today. */
function FirstDue({ it: { due } }: { it: LoadedRequest }) {
  const [t, laws] = [useTranslations("rights-request"), useTranslations("data-law")];
  const locale = useLocale();
  if (!due) return null;
  const by = due.by === "clear-days" ? t("list.clearDays") : laws(`names.${due.by}`);
  return (
    <>
      <b>{formatDay(due.lastDay, locale)}</b> · {by}
      {due.isPresumed && ` · ${t("list.presumed")}`}
    </>
  );
}

/** Instant of the answer, whose it was, what it said, and whether it was in time; that it has not left; or that the person could not be reached. */
function Answered({ it: { file, verdicts } }: { it: LoadedRequest }) {
  const t = useTranslations("rights-request");
  const { answered, notReached, unsent } = file;
  const verdict = verdicts.answer;
  return (
    <>
      {answered ? (
        <>
          <BothCities at={answered.at} />
          {` · ${t(`answerers.${answered.value.answeredBy ?? "controller"}`)}`}
          {answered.value.answer && ` · ${t(`answers.${answered.value.answer}`)}`}{" "}
        </>
      ) : notReached ? (
        <>
          {t("kinds.not-reached.done")}
          {" · "}
          <BothCities at={notReached.at} />
          {` · ${t(`answerers.${notReached.value.triedBy ?? "controller"}`)} `}
        </>
      ) : (
        <span className="void">{t("clocks.answerUnknown")} </span>
      )}
      {(verdict === "kept" || verdict === "missed") && (
        <Status kind={verdict === "kept" ? "ok" : "late"}>{t(`clocks.verdicts.${verdict}`)}</Status>
      )}
      <UnsentMark of={unsent.answered} />
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="field two">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Starts({ is }: { is: boolean }) {
  const t = useTranslations("rights-request.clocks");
  return is && <span className="muted">· {t("starts")}</span>;
}

function Relay({ it: { relay, relayStatus, terms, file, controller } }: { it: LoadedRequest }) {
  const t = useTranslations("rights-request.clocks");
  const locale = useLocale();
  const instant = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  const contract = terms?.reference ?? "";
  const term =
    relay.basis === "contract"
      ? t(relay.hours === 0 ? "endOfDay" : "inHours", {
          hours: relay.hours,
          contract,
          when: instant(relay.endsAt),
        })
      : t("withoutDelay");
  return (
    <>
      <RelayMark status={relayStatus} /> {term}
      {file.relayed && <> · {t("relayed", { when: instant(file.relayed.at) })}</>}
      <UnsentMark of={file.unsent.relayed} />
      {controller && <p className="muted">{t(`rule.${terms?.rule ?? "silent"}`, { contract })}</p>}
    </>
  );
}

function MonthRows({ clock }: { clock: AnswerClock }) {
  const [t, laws] = [useTranslations("rights-request.clocks"), useTranslations("data-law")];
  const locale = useLocale();
  const day = (isoDay: string) => formatDay(isoDay, locale);
  const { month, disputed } = clock;
  return (
    <>
      <Row label={t("month")}>
        {t(clock.law === "swiss-fadp" ? "thirtyOf" : "monthOf", {
          from: day(clock.startDay),
          day: day(month.lastDay),
        })}
        <p className="muted">
          {t("under", { law: laws(`names.${clock.law}`), article: t(`articles.${clock.law}`) })}
          {clock.open && ` · ${laws(`open.${clock.open}`)}`}
        </p>
        {clock.laterStartDay && <p className="muted">{t("earlierDay", { day: day(clock.laterStartDay) })}</p>}
        {month.nominalDay !== month.lastDay && (
          <p className="muted">{t("moved", { nominal: day(month.nominalDay) })}</p>
        )}
        {clock.isAssumed && <p className="muted">{t("assumed")}</p>}
        {clock.unconfirmed && (
          <p className="muted">
            {t("unconfirmed", {
              feast: t(`feasts.${clock.unconfirmed.feast}`),
              day: day(clock.unconfirmed.day),
            })}
          </p>
        )}
      </Row>
      {clock.law !== "swiss-fadp" && (
        <Row label={t("extension")}>
          <Extension clock={clock} />
        </Row>
      )}
      {clock.law !== "swiss-fadp" && (
        <Row label={t("refusal")}>{t("refusalBy", { day: day(month.lastDay) })}</Row>
      )}
      {disputed && (
        <Row label={t("identity")}>
          {disputed.status === "running"
            ? t("identityRunning")
            : t("identityEnded", { days: disputed.days, day: day(disputed.lastDay) })}
        </Row>
      )}
    </>
  );
}

function Extension({ clock: { extension, month } }: { clock: ControllerClock }) {
  const t = useTranslations("rights-request.clocks");
  const locale = useLocale();
  if (extension.status === "none") return t("extensionBy", { day: formatDay(month.lastDay, locale) });
  return <ExtensionWords extension={extension} zone="Africa/Casablanca" />;
}

function ClearRow({ it: { clear, law0908 } }: { it: LoadedRequest }) {
  const t = useTranslations("rights-request.clocks");
  const locale = useLocale();
  if (!clear || !law0908) return null;
  const day = (isoDay: string) => formatDay(isoDay, locale);
  return (
    <Row label={t("clear")}>
      {t("clearCount", {
        received: day(clear.receivedDay),
        first: day(clear.firstCounted),
        last: day(clear.lastCounted),
        day: day(clear.lastDay),
      })}
      <p className="muted">{t(`clearBy.${law0908}`)}</p>
    </Row>
  );
}
