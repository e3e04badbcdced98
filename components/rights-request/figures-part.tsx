import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { queryHref } from "@/components/ui/query-href";
import type { LoadedFigures } from "@/lib/features/rights-request/loaders";
import { formatNumber, formatPartialDate } from "@/lib/i18n/format";

type FiguresProps = { org: string; it: LoadedFigures };
type Line = { key: string; label: string; count: number; filter: Record<string, string> };

/** Counts by right, controller and month; each opens the list that it counts. */
export function FiguresParts({ org, it }: FiguresProps) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  return (
    <>
      <Figures
        org={org}
        title={t("figures.byRight")}
        lines={it.rights.map(({ filter, count }) => ({
          key: filter.right,
          label: t(`rights.${filter.right}`),
          count,
          filter,
        }))}
      />
      <Figures
        org={org}
        title={t("figures.byController")}
        lines={it.controllers.map(({ filter, count, name }) => ({
          key: filter.controller,
          label: name ?? t("list.unknown"),
          count,
          filter,
        }))}
      />
      <Figures
        org={org}
        title={t("figures.byMonth")}
        lines={it.months.map(({ filter, count }) => ({
          key: filter.month,
          label: formatPartialDate({ value: filter.month, text: "" }, locale),
          count,
          filter,
        }))}
      />
    </>
  );
}

function Figures({ org, title, lines }: { org: string; title: string; lines: readonly Line[] }) {
  const locale = useLocale();
  return (
    <Part title={title}>
      <dl>
        {lines.map(({ key, label, count, filter }) => (
          <div key={key} className="field two">
            <dt>
              <bdi dir="auto">{label}</bdi>
            </dt>
            <dd>
              <Link
                href={queryHref(`/${org}/rights-requests`, { view: "all", ...filter }, "open")}
                prefetch={false}
              >
                {formatNumber(count, locale)}
                <span className="sr"> : {label}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

/** Medians of what was relayed, confirmed and answered, with how many they are of. */
export function TimesPart({ it: { times } }: Pick<FiguresProps, "it">) {
  const t = useTranslations("rights-request.figures");
  const locale = useLocale();
  const rows = [
    ["toRelay", times.toRelay, times.relayed],
    ["toConfirm", times.toConfirm, times.confirmed],
    ["toAnswer", times.toAnswer, times.answered],
  ] as const;
  return (
    <Part title={t("times")}>
      <dl>
        {rows.map(([key, hours, count]) => (
          <div key={key} className="field two">
            <dt>{t(key)}</dt>
            <dd>
              {hours === null
                ? t("noTimes")
                : t("median", { hours: formatNumber(Math.round(hours), locale), count })}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
