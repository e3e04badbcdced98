import { useLocale, useTranslations } from "next-intl";
import { monthsOf } from "@/lib/domain/compliance/trend";
import type { loadTrend } from "@/lib/features/compliance/loaders";
import { formatNumber, formatPartialDate } from "@/lib/i18n/format";

type Trend = Awaited<ReturnType<typeof loadTrend>>;

/** Shows the charts in figures: the last day of each month that was read, and how many days were. */
export function TrendTable({ duties }: { duties: Trend["duties"] }) {
  const t = useTranslations("compliance");
  const locale = useLocale();
  const columns = duties.map(({ duty, days }) => ({ duty, months: monthsOf(days).toReversed() }));
  const months = columns[0]?.months ?? [];
  return (
    <div className="trend-table" role="region" aria-labelledby="trend-caption" tabIndex={0}>
      <table className="account">
        <caption className="sr" id="trend-caption">
          {t("trend.caption")}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("trend.month")}</th>
            {columns.map(({ duty }) => (
              <th key={duty} scope="col" className="num">
                {t(`duties.${duty}`)}
              </th>
            ))}
            <th scope="col" className="num">
              {t("trend.daysRead")}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, read, days }, row) => (
            <tr key={month}>
              <th scope="row">{formatPartialDate({ value: month, text: "" }, locale)}</th>
              {columns.map((column) => {
                const figure = column.months[row]?.last?.figure;
                return (
                  <td key={column.duty} className={figure ? "num" : "num muted"}>
                    {figure
                      ? t("trend.of", {
                          lacking: formatNumber(figure.lacking, locale),
                          subjects: formatNumber(figure.subjects, locale),
                        })
                      : t("trend.unknown")}
                  </td>
                );
              })}
              <td className="num">{t("trend.of", { lacking: read, subjects: days })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
