import { useLocale, useTranslations } from "next-intl";
import { axisEnd, runsOf, type TrendDay } from "@/lib/domain/compliance/trend";
import { formatNumber, formatPartialDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

/** Size in units of the drawing: it is scaled to its column. */
const WIDTH = 560;
const HEIGHT = 150;
/** Place of the axes within it. */
const AXIS = { left: 48, right: 548, top: 12, bottom: 118 };
/** First days of months that are named below the axis: every third. */
const NAMED_MONTHS = 3;

type ChartProps = {
  /** Unique on its page: names the pattern of this drawing. */
  id: string;
  label: string;
  days: readonly TrendDay[];
};

/**
 * Draws what lacks on each day, from zero: a line where days were read, hatched ground where they were not. Legible without
 * colour; time runs from left to right in every language, as its axis says.
 */
export function TrendChart({ id, label, days }: ChartProps) {
  const locale = useLocale();
  const t = useTranslations("compliance.trend");
  const end = axisEnd(Math.max(0, ...days.map(({ figure }) => figure?.lacking ?? 0)));
  const place = placesOf(days.length, end);
  return (
    <svg className="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} direction="ltr" role="img" aria-label={label}>
      <defs>
        <pattern
          id={`${id}-unread`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="hatch" x1="0" y1="0" x2="0" y2="7" />
        </pattern>
      </defs>
      <Axis days={days} end={end} place={place} locale={locale} />
      {runsOf(days).map((run) =>
        run.isRead ? (
          <Line key={run.from} days={days} run={run} place={place} />
        ) : (
          <Unread key={run.from} run={run} place={place} fill={`url(#${id}-unread)`} word={t("unread")} />
        ),
      )}
    </svg>
  );
}

type Places = { x: (index: number) => number; y: (value: number) => number };

function placesOf(days: number, end: number): Places {
  const { left, right, top, bottom } = AXIS;
  return {
    x: (index) => round(left + ((right - left) * index) / Math.max(1, days - 1)),
    y: (value) => round(bottom - ((bottom - top) * value) / end),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

type AxisProps = { days: readonly TrendDay[]; end: number; place: Places; locale: Locale };

function Axis({ days, end, place, locale }: AxisProps) {
  const { left, right, bottom } = AXIS;
  const months = days.flatMap(({ day }, index) => (day.endsWith("-01") ? [{ day, index }] : []));
  return (
    <g aria-hidden="true">
      {[0, end].map((value) => (
        <g key={value}>
          <line
            className={value === 0 ? "base" : "limit"}
            x1={left}
            x2={right}
            y1={place.y(value)}
            y2={place.y(value)}
          />
          <text x={left - 6} y={place.y(value) + 4} textAnchor="end">
            {formatNumber(value, locale)}
          </text>
        </g>
      ))}
      {months.map(({ day, index }, order) => (
        <g key={day}>
          <line className="base" x1={place.x(index)} x2={place.x(index)} y1={bottom} y2={bottom + 4} />
          {order % NAMED_MONTHS === 0 && (
            <text x={place.x(index)} y={bottom + 20} textAnchor="middle">
              {formatPartialDate({ value: day.slice(0, 7), text: "" }, locale)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

type Run = { from: number; to: number };

/** A day alone is a dot, or it would not be seen. */
function Line({ days, run, place }: { days: readonly TrendDay[]; run: Run; place: Places }) {
  const points = days.slice(run.from, run.to + 1).map(({ figure }, offset) => ({
    x: place.x(run.from + offset),
    y: place.y(figure?.lacking ?? 0),
  }));
  const last = points.at(-1);
  return (
    <>
      <polyline className="run" points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {last && <circle className="dot" cx={last.x} cy={last.y} r="3" />}
    </>
  );
}

/** Names the ground of days that nobody read, where there is room for the word. */
function Unread({ run, place, fill, word }: { run: Run; place: Places; fill: string; word: string }) {
  const [from, to] = [place.x(run.from - 0.5), place.x(run.to + 0.5)];
  const { top, bottom } = AXIS;
  const isWide = to - from > 90;
  return (
    <g aria-hidden="true">
      <rect x={from} y={top} width={round(to - from)} height={bottom - top} fill={fill} />
      {isWide && (
        <text className="word" x={(from + to) / 2} y={(top + bottom) / 2 + 4} textAnchor="middle">
          {word}
        </text>
      )}
    </g>
  );
}
