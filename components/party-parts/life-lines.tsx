import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Day } from "@/components/ui/deadline";
import type { loadLife } from "@/lib/features/party-parts/loaders";
import { formatPartialDate } from "@/lib/i18n/format";

type Rows = Awaited<ReturnType<typeof loadLife>>["life"];

/** Dated facts of all that names a party, the latest first. */
export function LifeLines({ rows }: { rows: Rows }) {
  const [t, words, locale] = [useTranslations("party-parts"), useTranslations(), useLocale()];
  return (
    <ol>
      {rows.map(({ noun, words: said, reference, title, titleKey, href, day }, at) => (
        <li key={`${href} ${said} ${day} ${at}`} className="border-b border-rule py-2">
          <Day text={formatPartialDate({ value: day, text: "" }, locale)} />{" "}
          <b>{words.has(said) ? words(said) : t("events.other")}</b>{" "}
          <span className="muted">{t(`names.${noun}`)}</span>{" "}
          <Link href={href} prefetch={false}>
            {reference && <bdi>{reference}</bdi>} <bdi>{titleKey ? words(titleKey) : title}</bdi>
          </Link>
        </li>
      ))}
    </ol>
  );
}
