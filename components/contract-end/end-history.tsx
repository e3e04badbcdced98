import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { formatInstant } from "@/lib/i18n/format";
import type { LoadedEnd } from "./loaded-end";

export function EndHistory({ facts }: Pick<LoadedEnd, "facts">) {
  const t = useTranslations("contract-end");
  const locale = useLocale();
  return (
    <Part id="history" title={t("run.history")}>
      {facts.length === 0 && <p className="muted mt-3">{t("line.unanswered")}</p>}
      <ol>
        {facts.map(({ id, lineId, event, fields, at, authorName }) => {
          const { reason, note } = fields as { reason?: string; note?: string };
          return (
            <li key={id} className="border-b border-rule py-2">
              <b>
                {lineId
                  ? t(event === "asked-again" ? "line.askedAgain" : `answers.${event}.done`)
                  : t(`events.${event}`)}
              </b>
              {(reason || note) && (
                <p className="prose-line whitespace-pre-line" dir="auto">
                  {reason || note}
                </p>
              )}
              <p className="muted text-[12.5px]">
                {t("run.recorded", {
                  when: formatInstant(at, "Africa/Casablanca", locale),
                  author: authorName,
                })}
              </p>
            </li>
          );
        })}
      </ol>
    </Part>
  );
}
