import type { DayWindow, StatedTimes } from "@/lib/domain/choice/stop-times";
import { WEEKDAYS } from "@/lib/domain/choice/stop-times";
import { type DaySpan, namedDays, namedPartsOfDays, namedSpans } from "./named-times";

/** Parts of days that words name together: "le lundi et le mardi", "après 18 h". */
type DayPart = { days: readonly number[]; spans: readonly DaySpan[] };

const DAY_OR_PART = String.raw`(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day|matin|soir|apres|avant|entre|a partir|morning|evening|afternoon|before|after|between)`;
/** Joins times that are named beside each other; "entre 12 h et 14 h" is one. */
const BESIDE = new RegExp(
  String.raw`(?<!\p{L})(?:et|ou|ni|and|or|nor) (?=(?:(?:pas|not|le|les|l|du|on|in|the) )*${DAY_OR_PART})|(?<=^| )و(?=(?:لا )?(?:يوم|ايام|بعد|قبل|بين|صباح|مساء))`,
  "u",
);

/** Takes out of a text that refuses what it says of a part of named days: "ni le lundi après 18 h". */
export function takeDayParts(text: string): { rest: string; named: DayPart[] } {
  const read = text.split(BESIDE).map((beside) => {
    const around = namedSpans(beside);
    const spans = around.length > 0 ? around : namedPartsOfDays(beside);
    return { beside, days: namedDays(beside), spans };
  });
  const named = read.filter(({ days, spans }) => days.length > 0 && spans.length > 0);
  if (named.length === 0) return { rest: text, named };
  const others = read.filter(({ days, spans }) => days.length === 0 || spans.length === 0);
  return { rest: others.map(({ beside }) => beside).join(" "), named };
}

type Windows = {
  windows: DayWindow[];
  /** Days of which the parts that are named leave nothing. */
  whole: number[];
  /** True where the window of a day may hold more than the parts that are named of it. */
  takesMore: boolean;
};

/** Gives one window a day, the shortest that holds every part named of it. */
export function windowsOf(named: readonly DayPart[]): Windows {
  const found: Windows = { windows: [], whole: [], takesMore: false };
  for (const day of WEEKDAYS) {
    const spans = named.flatMap((part) => (part.days.includes(day) ? part.spans : []));
    if (spans.length === 0) continue;
    const { from, until } = shortestCover((minute) => spans.some((span) => isInSpan(span, minute))) ?? {};
    if (from === undefined || until === undefined) found.whole.push(day);
    else found.windows.push({ day, from, until });
    if (spans.length > 1) found.takesMore = true;
  }
  return found;
}

/** True of a minute of the day within a span, which may go over midnight. */
export function isInSpan({ from, until }: DaySpan, minute: number): boolean {
  return from < until ? from <= minute && minute < until : minute >= from || minute < until;
}

const DAY_MINUTES = 24 * 60;

/** Finds the shortest span of a day that holds every refused minute; null where nothing of the day is left, empty where all is. */
export function shortestCover(
  isRefused: (minute: number) => boolean,
): Pick<StatedTimes, "from" | "until"> | null {
  const minutes = Array.from({ length: DAY_MINUTES }, (_, minute) => isRefused(minute));
  const at = (minute: number) => minutes[minute % DAY_MINUTES] === true;
  let longest = { from: 0, length: 0 };
  for (let from = 0; from < DAY_MINUTES; from += 1) {
    if (at(from) || !at(from + DAY_MINUTES - 1)) continue;
    let length = 0;
    while (length < DAY_MINUTES && !at(from + length)) length += 1;
    if (length > longest.length) longest = { from, length };
  }
  if (longest.length === 0) return minutes.includes(true) ? null : {};
  return { from: clockOf(longest.from + longest.length), until: clockOf(longest.from) };
}

function clockOf(minutes: number): string {
  const within = minutes % DAY_MINUTES;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}
