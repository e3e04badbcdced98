import { useLocale, useTranslations } from "next-intl";
import { PartyDetails } from "@/components/shell/parties";
import { formatDay } from "@/lib/i18n/format";
import type { Asked } from "./last-answer";

/** Names who asks and for whom, each with an address, and until when; an end is shown while the link may be answered. */
export function WhoAsks({ asked }: { asked: Asked }) {
  const t = useTranslations("answer");
  const locale = useLocale();
  return (
    <dl className="answer-who">
      <dt>{t("who")}</dt>
      <PartyDetails {...asked.processor} />
      <dt>{t("forWhom")}</dt>
      <PartyDetails {...asked.controller} />
      {asked.lastDay && asked.status === "valid" && (
        <>
          <dt>{t("until")}</dt>
          <dd>{formatDay(asked.lastDay, locale, { long: true })}</dd>
        </>
      )}
    </dl>
  );
}
