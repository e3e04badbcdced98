import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { queryHref } from "@/components/ui/query-href";
import { type ComplianceDuty, DUTY_ARTICLES } from "@/lib/domain/compliance/duties";
import type { TrendDay } from "@/lib/domain/compliance/trend";
import type { loadTrend } from "@/lib/features/compliance/loaders";
import { formatDay, formatNumber, joinParts } from "@/lib/i18n/format";
import { TrendChart } from "./trend-chart";

type Trend = Awaited<ReturnType<typeof loadTrend>>;
type DutiesProps = { org: string; controller: string; duties: Trend["duties"] };

/** Renders one chart for each duty, each with the figure of today, which opens its list. */
export function TrendDuties({ org, controller, duties }: DutiesProps) {
  return (
    <div className="trends">
      {duties.map(({ duty, days }) => (
        <DutyTrend
          key={duty}
          duty={duty}
          days={days}
          href={queryHref(`/${org}/compliance/gaps`, { duty, controller })}
        />
      ))}
    </div>
  );
}

function DutyTrend({ duty, days, href }: { duty: ComplianceDuty; days: readonly TrendDay[]; href: string }) {
  const t = useTranslations("compliance");
  const texts = useTranslations("obligation");
  const locale = useLocale();
  const lacking = days.at(-1)?.figure?.lacking ?? 0;
  const read = days.filter(({ figure }) => figure !== null);
  const highest = read.reduce<TrendDay | null>(
    (most, one) => ((one.figure?.lacking ?? 0) > (most?.figure?.lacking ?? -1) ? one : most),
    null,
  );
  const worst =
    highest && highest.figure && highest.figure.lacking > 0
      ? t("trend.highest", { count: highest.figure.lacking, day: formatDay(highest.day, locale) })
      : "";
  const unread = t("trend.unreadDays", { count: days.length - read.length });
  return (
    <figure>
      <figcaption>
        <b>{t(`duties.${duty}`)}</b> <small>{texts("sources.gdpr", { article: DUTY_ARTICLES[duty] })}</small>
        <p>
          <Link href={href} prefetch={false}>
            {t("trend.today", { lacking: formatNumber(lacking, locale), count: lacking })}
          </Link>
          {" · "}
          <span className="muted">{joinParts([worst, unread], locale)}</span>
        </p>
      </figcaption>
      <TrendChart
        id={`trend-${duty}`}
        label={t("trend.chart", { duty: t(`duties.${duty}`), read: read.length })}
        days={days}
      />
    </figure>
  );
}
