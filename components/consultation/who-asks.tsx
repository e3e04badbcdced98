import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import type { Asked } from "./last-answer";

/** Names who asks, for whom, where questions go, and until when. */
export function WhoAsks({ asked }: { asked: Asked }) {
  const t = useTranslations("answer");
  const locale = useLocale();
  return (
    <dl className="answer-who">
      <dt>{t("who")}</dt>
      <dd>
        <bdi>{asked.processor}</bdi>
      </dd>
      <dt>{t("forWhom")}</dt>
      <dd>
        <bdi>{asked.controller}</bdi>
      </dd>
      {asked.contact !== "" && (
        <>
          <dt>{t("contact")}</dt>
          <dd>
            <bdi dir="ltr">{asked.contact}</bdi>
          </dd>
        </>
      )}
      {asked.lastDay && (
        <>
          <dt>{t("until")}</dt>
          <dd>{formatDay(asked.lastDay, locale, { long: true })}</dd>
        </>
      )}
    </dl>
  );
}
