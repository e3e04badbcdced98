import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Line, Part } from "@/components/shell/sheet";
import { Refreshing } from "@/components/ui/refreshing";
import { isStop } from "@/lib/domain/call-log/outcomes";
import { formatInstant, formatNumber, joinParts } from "@/lib/i18n/format";
import { CodesForm } from "./codes-form";
import { FindingGroups } from "./finding-groups";
import { JudgeAgain } from "./log-acts";
import type { LogPartProps } from "./log-part";
import { isOpen, LogStatus } from "./log-status";
import { OutsidePart } from "./outside-part";
import { ReadPart } from "./read-part";
import { WeekChart, WeekTable } from "./week-chart";

export function LogSheet({ org, log }: LogPartProps) {
  return (
    <>
      <Progress org={org} log={log} />
      {log.latest && (
        <>
          {log.status !== "none" && <OutsidePart org={org} log={log} />}
          <Verdicts org={org} log={log} />
          <Weeks log={log} />
        </>
      )}
      {log.codes.length > 0 && <Codes org={org} log={log} />}
      <ReadPart org={org} log={log} />
      {log.judgements.length > 1 && <History log={log} />}
    </>
  );
}

function Progress({ org, log }: LogPartProps) {
  const t = useTranslations("call-log");
  const { failure, sameAs, state } = log;
  return (
    <Line>
      <p aria-live="polite" className="pb-3">
        <LogStatus log={{ ...log, judgement: log.latest }} />
      </p>
      {state === "failed" && (
        <p role="alert" className="prose-line pb-3">
          {t(t.has(`failures.${failure}`) ? `failures.${failure}` : "failures.broken-off")}{" "}
          {sameAs && <Link href={`/${org}/telephone/logs/${sameAs}`}>{t("sameAs")}</Link>}
        </p>
      )}
      {isOpen(log) && (
        <>
          <Refreshing />
          <noscript>
            <p>
              <Link href={`/${org}/telephone/logs/${log.id}`}>{t("refresh")}</Link>
            </p>
          </noscript>
        </>
      )}
    </Line>
  );
}

function Verdicts({ org, log }: LogPartProps) {
  const t = useTranslations("call-log");
  const locale = useLocale();
  const { latest, clearedAt, mayDecide, state } = log;
  if (!latest) return null;
  const { calls, broken, doubted, warned, byHouse, notPlaced, findings } = latest;
  const counts = { broken, doubt: doubted, warning: warned, met: calls - broken - doubted - warned };
  const canJudge = mayDecide && state === "judged" && clearedAt === null;
  return (
    <Part title={t("found.title")} note={t("found.article")}>
      <ul className="call-counts">
        {(["broken", "doubt", "warning", "met"] as const).map((verdict) => (
          <li key={verdict}>
            <b>{formatNumber(counts[verdict], locale)}</b> {t(`verdicts.${verdict}`)}
          </li>
        ))}
      </ul>
      {(byHouse ?? 0) > 0 && <p>{t("found.byHouse", { count: byHouse ?? 0 })}</p>}
      {notPlaced > 0 && <p className="muted">{t("found.notPlaced", { count: notPlaced })}</p>}
      {findings.groups.length === 0 ? (
        <p role="status">{t("found.nothing")}</p>
      ) : (
        <FindingGroups org={org} groups={findings.groups} samples={log.samples} />
      )}
      <p className="muted">{t("found.lawOfDay")}</p>
      {canJudge && <JudgeAgain org={org} id={log.id} />}
    </Part>
  );
}

function Weeks({ log }: Pick<LogPartProps, "log">) {
  const t = useTranslations("call-log.weeks");
  const weeks = log.latest?.findings.weeks ?? [];
  if (weeks.length === 0) return null;
  return (
    <Part title={t("title")}>
      <WeekChart weeks={weeks} />
      <p className="muted">{t("legend")}</p>
      <WeekTable weeks={weeks} />
    </Part>
  );
}

function Codes({ org, log }: LogPartProps) {
  const t = useTranslations("call-log");
  const locale = useLocale();
  const { codes, mayDecide, state, clearedAt, id, stopsRecordedAt } = log;
  const stops = codes.filter(({ outcome }) => isStop(outcome));
  const canDecide = mayDecide && state === "judged" && clearedAt === null;
  return (
    <Part title={t("codes.title")} note="L221-16">
      <p className="prose-line">{t("codes.lead")}</p>
      {canDecide ? (
        <CodesForm org={org} id={id} codes={codes} />
      ) : (
        <ul className="call-lines">
          {codes.map(({ code, calls, outcome }) => (
            <li key={code}>
              <bdi>{code === "" ? t("codes.blank") : code}</bdi>
              {" · "}
              {joinParts([formatNumber(calls, locale), t(`outcomes.${outcome}`)], locale)}
            </li>
          ))}
        </ul>
      )}
      {stops.length > 0 && (
        <p className="prose-line">
          {stopsRecordedAt === null
            ? t("codes.stopsWait")
            : t("codes.stopsRecorded", {
                at: formatInstant(stopsRecordedAt, "Africa/Casablanca", locale),
              })}
        </p>
      )}
    </Part>
  );
}

function History({ log }: Pick<LogPartProps, "log">) {
  const t = useTranslations("call-log");
  const locale = useLocale();
  return (
    <Part title={t("history.title")}>
      <ul className="call-lines">
        {log.judgements.map(({ id, cause, broken, doubted, recordedAt }) => (
          <li key={id}>
            {formatInstant(recordedAt, "Africa/Casablanca", locale)}
            {" · "}
            {t(`causes.${cause}` as never)}
            {" · "}
            {joinParts([t("broken", { count: broken }), t("doubted", { count: doubted })], locale)}
          </li>
        ))}
      </ul>
    </Part>
  );
}
