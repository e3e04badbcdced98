import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import type { loadBreach } from "@/lib/features/breach/loaders";
import { formatDay } from "@/lib/i18n/format";
import { durationParts } from "./duration";
import { BothCities } from "./instants";
import { Answer } from "./known-part";

type Breach = Awaited<ReturnType<typeof loadBreach>>;

const UPSTREAM = {
  kept: "ok",
  late: "late",
  "no-hours": "plain",
  "no-contract": "warn",
  unknown: "warn",
} as const;

/** Lists who else must or need not be told, each by the rule of the day. */
export function AdvicePart({ it }: { it: Breach }) {
  const t = useTranslations("breach.advice");
  const locale = useLocale();
  return (
    <Part
      id="advice"
      article={t("article")}
      title={t("title")}
      isOpen={it.advice.some(({ weight }) => weight === "flag")}
      count={<span className="count">{it.advice.length}</span>}
    >
      <ul>
        {it.advice.map(({ id, article, from, weight }) => (
          <li key={id} className="border-b border-rule py-2">
            {weight === "flag" ? <Status kind="warn">{t("flag")}</Status> : <b>{t("rule")}</b>}{" "}
            {t(`rules.${id}`)}{" "}
            <span className="muted">
              <bdi>{article}</bdi> · {t("since", { day: formatDay(from, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The sub-processor's own duty towards us, judged by its contract. */
export function UpstreamPart({ org, it }: { org: string; it: Breach }) {
  const t = useTranslations("breach.upstream");
  if (!it.upstream) return null;
  const { name, awareAt, reportedAt, hours, elapsed, deadline, state, answer, isToldDated } = it.upstream;
  return (
    <Part id="upstream" article={t("article")} title={t("title", { name })} isOpen={state !== "kept"}>
      <p className="mt-3">
        <Status kind={UPSTREAM[state]}>{t(`states.${state}`)}</Status>{" "}
        {elapsed !== null && t(isToldDated ? "took" : "tookToAwareness", durationParts(elapsed))}{" "}
        {hours !== null && t("hours", { hours })}
      </p>
      <dl>
        <LabelledInstant label={t("aware")} at={awareAt} />
        <LabelledInstant label={t("reported")} at={reportedAt} />
        {deadline !== null && <LabelledInstant label={t("deadline")} at={deadline} />}
        {(answer !== null || state !== "kept") && (
          <Answer {...{ org, it }} kind="upstream" statement={answer ?? undefined} />
        )}
      </dl>
    </Part>
  );
}

function LabelledInstant({ label, at }: { label: string; at: number | null }) {
  const t = useTranslations("breach.facts");
  return (
    <div className="field two">
      <dt>{label}</dt>
      <dd>{at === null ? <span className="void">{t("unknown")}</span> : <BothCities at={at} />}</dd>
    </div>
  );
}
