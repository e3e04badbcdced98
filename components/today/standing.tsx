import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Part } from "@/components/shell/sheet";
import { formatHour, formatNumber } from "@/lib/i18n/format";
import type { TodayFacts } from "./types";

/** Where the register stands, as an account: what is open, in order, to complete. */
export function Standing({ org, facts }: { org: string; facts: TodayFacts }) {
  const t = useTranslations("today.account");
  const locale = useLocale();
  const { standing, codes, now } = facts;
  const figures = ["open", "complete", "incomplete", "toReview", "ended"] as const;
  const worst = codes[0];
  return (
    <Part
      article={t("note")}
      note={t("at", { hour: formatHour(now, "Africa/Casablanca", locale).replaceAll("\u00a0", " ") })}
      title={t("title")}
    >
      <table className="account">
        <caption className="sr">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="num">
                {t(figure)}
              </th>
            ))}
            <th scope="col">{t("aside")}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <Link href={`/${org}/records`} prefetch={false} className="quiet">
                {t("records")}
              </Link>
            </th>
            {figures.map((figure) => (
              <td
                key={figure}
                className={figure === "incomplete" && standing.incomplete > 0 ? "num warn" : "num"}
              >
                {formatNumber(standing[figure], locale)}
              </td>
            ))}
            <td className="muted">
              {worst
                ? t("most", {
                    code: worst.code,
                    count: worst.records,
                  })
                : t("nothing")}
            </td>
          </tr>
        </tbody>
      </table>
    </Part>
  );
}
