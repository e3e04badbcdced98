import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import type { Asked } from "./last-answer";

/** Names who asks and for whom, each with an address, and until when; an end is shown while the link may be answered. */
export function WhoAsks({ asked }: { asked: Asked }) {
  const t = useTranslations("answer");
  const locale = useLocale();
  return (
    <dl className="answer-who">
      <dt>{t("who")}</dt>
      <Party {...asked.processor} />
      <dt>{t("forWhom")}</dt>
      <Party {...asked.controller} />
      {asked.lastDay && asked.status === "valid" && (
        <>
          <dt>{t("until")}</dt>
          <dd>{formatDay(asked.lastDay, locale, { long: true })}</dd>
        </>
      )}
    </dl>
  );
}

function Party({ name, contact, address }: Asked["processor"]) {
  return (
    <dd>
      <bdi>{name}</bdi>
      {[address, contact]
        .filter((part) => part !== "")
        .map((part) => (
          <span key={part} className="answer-address">
            <bdi>{part}</bdi>
          </span>
        ))}
    </dd>
  );
}
