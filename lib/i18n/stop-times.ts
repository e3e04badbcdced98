import type { ClockSpan } from "@/lib/domain/choice/day-spans";
import { WEEKDAYS, type DayWindow, type StatedTimes } from "@/lib/domain/choice/stop-times";
import { CALENDAR_WORDS } from "./calendar-words";
import { formatDay, formatList, joinParts } from "./format";
import type { Locale } from "./locale";

type Words = (key: string, values?: Record<string, string>) => string;

/** Acts, purpose and times that an objection ends, as a request states them. */
type Extent = { stops?: string; stopPurpose?: string; stopTimes?: StatedTimes };

/** Says how far an objection goes, by the words `rights-request` and `ui`. */
export function extentWords(
  { stops = "everything", stopPurpose, stopTimes }: Extent,
  locale: Locale,
  { t, times }: { t: Words; times: Words },
): string {
  const acts = t(`stops.${stops}`);
  const what = stopPurpose === undefined ? acts : t("ofPurpose", { what: acts, purpose: stopPurpose });
  return joinParts([what, stopTimesWords(stopTimes, locale, times)], locale);
}

/** Says to which times an objection is limited, "not before 18:00, not on Saturday", by the words `ui`; "" of no limit. */
export function stopTimesWords(times: StatedTimes | null | undefined, locale: Locale, t: Words): string {
  if (!times) return "";
  const { days = [], windows = [], lastDay } = times;
  const listOf = (of: readonly number[]) =>
    formatList(
      WEEKDAYS.filter((day) => of.includes(day)).map((day) => CALENDAR_WORDS[locale].weekdays[day - 1] ?? ""),
      locale,
    );
  return joinParts(
    [
      hourWords(times, t),
      days.length > 0 && t("times.days", { days: listOf(days) }),
      ...partsOfDays(windows).map(({ part, of }) =>
        // A part of each day that is not refused whole is one of every day.
        of.length + days.length === WEEKDAYS.length ? hourWords(part, t) : windowWords(part, listOf(of), t),
      ),
      lastDay !== undefined && t("times.lastDay", { day: formatDay(lastDay, locale) }),
    ],
    locale,
  );
}

/** Puts the days beside each other of which the same part is refused. */
function partsOfDays(windows: readonly DayWindow[]): { part: ClockSpan; of: number[] }[] {
  const found: { part: ClockSpan; of: number[] }[] = [];
  for (const { day, from, until } of windows) {
    const same = found.find(({ part }) => part.from === from && part.until === until);
    if (same) same.of.push(day);
    else found.push({ part: { from, until }, of: [day] });
  }
  return found;
}

function windowWords({ from, until }: ClockSpan, day: string, t: Words): string {
  if (from === "00:00") return t("times.dayBefore", { day, until });
  if (until === "00:00") return t("times.dayAfter", { day, from });
  return from < until
    ? t("times.dayBetween", { day, from, until })
    : t("times.dayOpen", { day, from: until, until: from });
}

/** "00:00" as the beginning or the end is not said. */
function hourWords({ from, until }: Partial<ClockSpan>, t: Words): string {
  if (from === undefined || until === undefined) return "";
  if (from === "00:00") return t("times.before", { until });
  if (until === "00:00") return t("times.after", { from });
  return from < until ? t("times.between", { from, until }) : t("times.open", { from: until, until: from });
}
