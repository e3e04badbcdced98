import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import type { loadMeasuresToday } from "@/lib/features/measure/loaders";
import { formatList } from "@/lib/i18n/format";

type Facts = Awaited<ReturnType<typeof loadMeasuresToday>>;

export function countMeasurePoints({ kept, uncovered, toReview }: Facts): number {
  return kept === 0 ? 1 : Number(uncovered.length > 0) + Number(toReview > 0);
}

/** Renders nothing where measures are in place, cover article 32 and were reviewed. */
export function MeasuresToday({ org, facts }: { org: string; facts: Facts }) {
  const t = useTranslations("measure");
  const locale = useLocale();
  const letters = facts.uncovered.map((article) => t("article", { article }));
  const at = `/${org}/measures`;
  const items =
    facts.kept === 0
      ? [
          {
            href: `${at}/library`,
            margin: t("article", { article: "30(2)(d)" }),
            title: t("today.none"),
            text: t("today.noneText"),
          },
        ]
      : [
          ...(letters.length > 0
            ? [
                {
                  href: `${at}/coverage`,
                  margin: t("article", { article: "32(1)" }),
                  title: t("today.uncovered", { letters: formatList(letters, locale) }),
                  text: t("today.uncoveredText"),
                },
              ]
            : []),
          ...(facts.toReview > 0
            ? [
                {
                  href: at,
                  margin: t("article", { article: "32(1)(d)" }),
                  title: t("today.review", { count: facts.toReview }),
                  text: t("today.reviewText"),
                },
              ]
            : []),
        ];
  if (items.length === 0) return null;
  return (
    <section className="part">
      <div className="line">
        <div className="note pt-[5px]">{t("list.article")}</div>
        <div className="body">
          <h2 className="border-b border-ink pb-1.5">{t("today.title")}</h2>
        </div>
      </div>
      <ol className="agenda">
        {items.map(({ href, margin, title, text }) => (
          <li key={href}>
            <span className="at">{margin}</span>
            <div>
              <Link href={href} prefetch={false} className="quiet">
                <b>{title}</b>
              </Link>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
