import { useLocale, useTranslations } from "next-intl";
import { axisEnd } from "@/lib/domain/compliance/trend";
import type { Week } from "@/lib/domain/call-log/tally";
import { formatDay, formatNumber } from "@/lib/i18n/format";

const WIDTH = 560;
const HEIGHT = 170;
const AXIS = { left: 56, right: 548, top: 12, bottom: 132 };
/** Weeks named below the axis, at most. */
const NAMED = 6;

/** Draws the calls of each week, those outside the law hatched: legible without colour; the table beside says the same. */
export function WeekChart({ weeks }: { weeks: readonly Week[] }) {
  const t = useTranslations("call-log.weeks");
  const locale = useLocale();
  const end = axisEnd(Math.max(1, ...weeks.map(({ calls }) => calls)));
  const { left, right, top, bottom } = AXIS;
  const step = (right - left) / weeks.length;
  const width = Math.min(40, step * 0.7);
  const x = (index: number) => left + step * index + (step - width) / 2;
  const height = (value: number) => ((bottom - top) * value) / end;
  const every = Math.ceil(weeks.length / NAMED);
  return (
    <svg
      className="trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      direction="ltr"
      role="img"
      aria-label={t("chart")}
    >
      <defs>
        <pattern
          id="broken-calls"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="ground" width="5" height="5" />
          <line className="stroke" x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      </defs>
      <g aria-hidden="true">
        {[0, end].map((value) => (
          <g key={value}>
            <line
              className="base"
              x1={left}
              x2={right}
              y1={bottom - height(value)}
              y2={bottom - height(value)}
            />
            <text x={left - 6} y={bottom - height(value) + 4} textAnchor="end">
              {formatNumber(value, locale)}
            </text>
          </g>
        ))}
        {weeks.map(({ week }, index) =>
          index % every === 0 ? (
            <text key={week} x={x(index) + width / 2} y={bottom + 20} textAnchor="middle">
              {formatDay(week, locale)}
            </text>
          ) : null,
        )}
      </g>
      {weeks.map(({ week, calls, broken }, index) => (
        <g key={week}>
          <rect
            className="calls"
            x={x(index)}
            width={width}
            y={bottom - height(calls)}
            height={height(calls)}
          />
          <rect
            fill="url(#broken-calls)"
            className="broken"
            x={x(index)}
            width={width}
            y={bottom - height(broken)}
            height={height(broken)}
          />
        </g>
      ))}
    </svg>
  );
}

export function WeekTable({ weeks }: { weeks: readonly Week[] }) {
  const t = useTranslations("call-log.weeks");
  const locale = useLocale();
  const columns = ["calls", "broken", "doubt", "warning", "met"] as const;
  return (
    <table className="stacked">
      <caption className="sr">{t("table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("week")}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((row) => (
          <tr key={row.week}>
            <th scope="row">{formatDay(row.week, locale)}</th>
            {columns.map((column) => (
              <td key={column} data-of={t(column)}>
                {formatNumber(row[column], locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
