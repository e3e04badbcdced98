import { useLocale, useTranslations } from "next-intl";
import { Hash } from "@/components/ui/seal";
import { Instant } from "@/components/ui/deadline";
import { Status } from "@/components/ui/status";
import { basisOf } from "@/lib/domain/organisation/binding";
import { summariseGaps } from "@/lib/domain/processing-record/completeness";
import { countMentions } from "@/lib/domain/processing-record/mentions";
import type { RecordField } from "@/lib/domain/processing-record/types";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { LoadedRecord } from "./loaded-record";

/** The version that stands, its author and its fingerprint; then what is missing, each with its way there. */
export function RecordSummary({ loaded }: { loaded: LoadedRecord }) {
  return (
    <>
      <VersionLine loaded={loaded} />
      <GapSummary loaded={loaded} />
    </>
  );
}

function VersionLine({ loaded: { version, record } }: { loaded: LoadedRecord }) {
  const t = useTranslations("record.page");
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
    </div>
  );
}

function GapSummary({ loaded: { gaps, organisation } }: { loaded: LoadedRecord }) {
  const t = useTranslations("gaps");
  const field = useTranslations("record.fields");
  const { required, advisable } = summariseGaps(gaps);
  const { filled, total } = countMentions(gaps);
  const fields = [...new Set(gaps.filter(({ level }) => level === "required").map((gap) => gap.field))];
  return (
    <>
      <div className="summary">
        <Status kind={required > 0 ? "warn" : "ok"}>
          {required > 0 ? t("count", { count: required }) : t("complete")}
        </Status>
        {fields.map((name: RecordField) => (
          <a key={name} href={`#field-${name}`}>
            {field(name)}
          </a>
        ))}
        {advisable > 0 && <span className="muted">{t("advisableCount", { count: advisable })}</span>}
        <span className="aside">{t("mentionsFilled", { filled, total })}</span>
      </div>
      {required > 0 && (
        <p className="faint mt-2 text-[12.5px]">{t(`basis.reasons.${basisOf(organisation).reason}`)}</p>
      )}
    </>
  );
}
