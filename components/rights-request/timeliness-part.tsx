import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { queryHref } from "@/components/ui/query-href";
import { TIMELINESS } from "@/lib/domain/rights-request/timeliness";
import type { LoadedFigures } from "@/lib/features/rights-request/loaders";
import { formatNumber, formatPartialDate } from "@/lib/i18n/format";

type Timely = LoadedFigures["timely"];
type Counts = Timely["whole"];
type Line = { key: string; head: ReactNode; counts: Counts; filter: Record<string, string> };

/** Shows what was in time and what was late, of all, by controller and by month; each figure opens the list that it counts. */
export function TimelinessPart({ org, timely }: { org: string; timely: Timely }) {
  const t = useTranslations("rights-request.timeliness");
  const locale = useLocale();
  const whole = { key: "whole", head: t("whole"), counts: timely.whole, filter: {} };
  const controllers = timely.controllers.map(({ key, name, counts }) => ({
    key,
    counts,
    filter: { controller: key },
    head: <bdi dir="auto">{name}</bdi>,
  }));
  const months = timely.months.map(({ key, counts }) => ({
    key,
    counts,
    filter: { month: key },
    head: formatPartialDate({ value: key, text: "" }, locale),
  }));
  return (
    <Part title={t("title")} article={t("article")}>
      <p className="muted prose-line pt-2">{t("lead")}</p>
      <Matrix org={org} id="timely-controllers" caption={t("byController")} lines={[whole, ...controllers]} />
      <Matrix org={org} id="timely-months" caption={t("byMonth")} lines={months} />
    </Part>
  );
}

type MatrixProps = { org: string; id: string; caption: string; lines: readonly Line[] };

function Matrix({ org, id, caption, lines }: MatrixProps) {
  const t = useTranslations("rights-request.timeliness");
  return (
    <div className="duty-matrix mt-4" role="region" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption className="sr" id={id}>
          {`${t("title")}, ${caption}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{caption}</th>
            {TIMELINESS.map((code) => (
              <th key={code} scope="col">
                {t(`codes.${code}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.head}</th>
              <Cells org={org} {...line} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ org, counts, filter }: { org: string } & Pick<Line, "counts" | "filter">) {
  const t = useTranslations("rights-request.timeliness.codes");
  const locale = useLocale();
  return TIMELINESS.map((code) => (
    <td key={code} data-of={t(code)} data-state={counts[code] === 0 ? "none" : "lacking"}>
      {counts[code] === 0 ? (
        <span className="faint">{formatNumber(0, locale)}</span>
      ) : (
        <Link
          href={queryHref(`/${org}/rights-requests`, { view: "all", timeliness: code, ...filter }, "open")}
          prefetch={false}
        >
          {formatNumber(counts[code], locale)}
          <span className="sr"> : {t(code)}</span>
        </Link>
      )}
    </td>
  ));
}
