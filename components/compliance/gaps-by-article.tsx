import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { queryHref } from "@/components/ui/query-href";
import type { loadCompliance } from "@/lib/features/compliance/loaders";
import { formatMoney, formatNumber, joinParts } from "@/lib/i18n/format";
import { provisionTexts } from "@/lib/i18n/obligation-words";
import { useCodeWords } from "./code-words";

type Codes = Awaited<ReturnType<typeof loadCompliance>>["codes"];

/** Lists gaps by article, each with the ceiling of its tier of article 83. */
export function GapsByArticle({ org, codes }: { org: string; codes: Codes }) {
  const t = useTranslations("compliance");
  const locale = useLocale();
  const texts = useTranslations("obligation");
  const wordsOf = useCodeWords();
  return (
    <table className="account by-article">
      <caption className="sr">{t("articles.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("articles.article")}</th>
          <th scope="col">{t("articles.what")}</th>
          <th scope="col">{t("articles.ceiling")}</th>
          <th scope="col" className="num">
            {t("articles.count")}
          </th>
        </tr>
      </thead>
      <tbody>
        {codes.map(({ duty, code, lacking, provisions, tier }) => (
          <tr key={`${duty} ${code}`}>
            <th scope="row">{joinParts(provisionTexts(texts, provisions), locale)}</th>
            <td>
              {wordsOf(duty, code)} <span className="faint">{t(`duties.${duty}`)}</span>
            </td>
            <td className="muted">
              {tier
                ? t("articles.tier", {
                    tier: tier.name,
                    amount: formatMoney(String(tier.amount), "EUR", locale),
                    percent: tier.percent,
                  })
                : t("articles.noTier")}
            </td>
            <td className="num">
              <Link href={queryHref(`/${org}/compliance/gaps`, { duty, code })} prefetch={false}>
                {formatNumber(lacking, locale)}
                <span className="unit"> {t("articles.unit", { count: lacking })}</span>
                <span className="sr">
                  {" "}
                  {t("articles.open", { count: lacking, what: wordsOf(duty, code) })}
                </span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
