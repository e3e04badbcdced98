import { PencilLine } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Hash } from "@/components/ui/seal";
import { Instant } from "@/components/ui/deadline";
import { Status } from "@/components/ui/status";
import { dutyOf } from "@/lib/domain/processing-record/completeness-case";
import { isCounted, summariseGaps } from "@/lib/domain/processing-record/completeness";
import { countMentions } from "@/lib/domain/processing-record/mentions";
import type { RecordField, RecordState } from "@/lib/domain/processing-record/types";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { LoadedRecord } from "./loaded-record";
import { recordHref } from "./record-address";
import { STATE_ICONS } from "@/components/processing-record/list/state-icons";
import { useFieldLabel } from "./use-record-label";

type SummaryProps = { org: string; loaded: LoadedRecord };

export function RecordSummary({ org, loaded }: SummaryProps) {
  return (
    <>
      <VersionLine org={org} loaded={loaded} />
      <GapSummary loaded={loaded} />
    </>
  );
}

function VersionLine({ org, loaded: { version, record } }: SummaryProps) {
  const t = useTranslations("record.page");
  const { id, capacity } = record;
  const state = useTranslations("lifecycle.states");
  const locale = useLocale();
  const instant = formatInstant(version.at, "Africa/Casablanca", locale);
  return (
    <div className="version">
      <span>
        <b>{t("version", { version: version.number })}</b>{" "}
        {t.rich("at", {
          instant: () => <Instant iso={new Date(version.at).toISOString()} text={instant} />,
        })}
      </span>
      {version.author && <span>{t("by", { author: version.author })}</span>}
      <span>
        {record.stateSince
          ? t("stateSince", { state: state(record.state), date: formatDay(record.stateSince, locale) })
          : state(record.state)}
      </span>
      <span>
        {t("fingerprint")} <Hash value={version.fingerprint} />
      </span>
      <Link className="print:hidden" href={`${recordHref({ org, id, capacity })}/history`} prefetch={false}>
        {t("history")}
      </Link>
    </div>
  );
}

function GapSummary({ loaded: { gaps, organisation, record } }: { loaded: LoadedRecord }) {
  const t = useTranslations("gaps");
  const field = useFieldLabel(record.capacity);
  const { required } = summariseGaps(gaps);
  // Gaps of a voluntary register are counted apart.
  const asked = gaps.filter(({ code }) => isCounted(code));
  const { filled, total } = countMentions(gaps, record.capacity);
  const { basis, reason } = dutyOf({ record, organisation });
  return (
    <>
      <div className="summary">
        <StateStatus state={record.state} />
        <GapStatus required={required} asked={new Set(asked.map(({ code }) => code)).size} />
        {[...new Set(asked.map((gap) => gap.field))].map((name: RecordField) => (
          <a key={name} href={`#field-${name}`}>
            {field(name)}
          </a>
        ))}
        {gaps.length > asked.length && (
          <span className="muted">{t("advisableCount", { count: gaps.length - asked.length })}</span>
        )}
        <span className="aside">{t("mentionsFilled", { filled, total })}</span>
      </div>
      {(asked.length > 0 || basis === "good-practice") && (
        <p className="faint mt-2 text-[12.5px]">{t(`basis.reasons.${reason}`)}</p>
      )}
    </>
  );
}

/** Shows the state before completeness: a suspended entry must not read as complete. */
function StateStatus({ state }: { state: RecordState }) {
  const t = useTranslations("lifecycle.states");
  if (state === "active") return null;
  return (
    <Status kind="plain" icon={STATE_ICONS[state]}>
      {t(state)}
    </Status>
  );
}

function GapStatus({ required, asked }: { required: number; asked: number }) {
  const t = useTranslations("gaps");
  if (required > 0) return <Status kind="warn">{t("count", { count: required })}</Status>;
  if (asked > 0)
    return (
      <Status kind="plain" icon={PencilLine}>
        {t("worthFilling", { count: asked })}
      </Status>
    );
  return <Status kind="ok">{t("complete")}</Status>;
}
