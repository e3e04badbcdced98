import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Day } from "@/components/ui/deadline";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { LoadedRecord } from "@/components/processing-record/sheet/loaded-record";

export function RecordLife({ loaded: { facts, record } }: { loaded: LoadedRecord }) {
  const t = useTranslations("record.page");
  const fact = useTranslations("lifecycle.facts");
  const locale = useLocale();
  return (
    <Part id="life" note={t("lifeNote")} title={t("life")}>
      {facts.length === 0 ? (
        <p className="muted py-2">
          {record.stateSince && t("lifeEmpty", { date: formatDay(record.stateSince, locale) })}
        </p>
      ) : (
        <ol>
          {facts.map(({ event, since, reason, recordedAt, authorName }) => (
            <li key={recordedAt} className="border-b border-rule py-2">
              <Day text={fact(event, { date: formatDay(since, locale) })} />
              {reason && <span className="muted"> · {reason}</span>}
              <div className="faint text-[12px]">
                {t("recorded", {
                  instant: formatInstant(recordedAt, "Africa/Casablanca", locale),
                  author: authorName,
                })}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}
