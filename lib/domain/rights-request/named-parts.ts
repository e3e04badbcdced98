import type { DaySpan } from "@/lib/domain/choice/day-spans";
import { namedHours, namedPartsOfDays, namedSpans } from "./named-spans";
import { firstDayAt, namedDays, withoutEnds } from "./named-times";
import { joinWeeks, type Week, weekOf } from "./week-times";

/** Times that are named together: "le lundi et le mardi", "après 18 h", "le lundi après 18 h". */
export type NamedPart = {
  text: string;
  days: readonly number[];
  spans: readonly DaySpan[];
  isByHours: boolean;
  /** True where the day stands after the part: "entre 18 et 20 le lundi". */
  isDayLast: boolean;
};

const DAY_OR_PART = String.raw`(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day|matin|soir|apres|avant|entre|a partir|morning|evening|afternoon|before|after|between)`;
/** Joins times that are named beside each other; "entre 12 h et 14 h" is one. */
const BESIDE = new RegExp(
  String.raw`(?<!\p{L})(?:et|ou|ni|and|or|nor) (?=(?:(?:pas|not|le|les|l|du|on|in|the) )*${DAY_OR_PART})|(?<=^| )و(?=(?:لا )?(?:يوم|ايام|بعد|قبل|بين|صباح|مساء))`,
  "u",
);

/** Finds what a text names, part by part: "ni le lundi après 18 h ni le mercredi matin". */
export function namedParts(text: string): NamedPart[] {
  return withoutEnds(text)
    .split(BESIDE)
    .map((beside) => {
      const around = namedSpans(beside);
      return {
        text: beside,
        days: namedDays(beside),
        spans: around.length > 0 ? around : namedPartsOfDays(beside),
        isByHours: namedHours(beside).length > 0,
        isDayLast: namedSpans(beside.slice(0, firstDayAt(beside))).length > 0,
      };
    })
    .filter(({ days, spans }) => days.length > 0 || spans.length > 0);
}

export function weekOfParts(parts: readonly NamedPart[]): Week {
  return joinWeeks(parts.map(({ days, spans }) => weekOf(days, spans)));
}

/**
 * Gives a day to the parts beside it that were said of it: "entre 8 et 10 ni entre 18 et 20 le lundi", "le lundi avant 10 h ni après 18 h".
 * "Le lundi matin ni après 18 h" stays as it is: the hour may be one of every day.
 */
export function withSharedDays(parts: readonly NamedPart[]): NamedPart[] {
  const onward: NamedPart[] = [];
  for (const part of parts) {
    const before = onward.at(-1);
    const isShared = before && isBare(part) && isWithDay(before) && before.isByHours && part.isByHours;
    onward.push(isShared ? { ...part, days: before.days } : part);
  }
  const back: NamedPart[] = [];
  for (const part of onward.toReversed()) {
    const after = back[0];
    const isShared =
      after?.isDayLast && isBare(part) && isWithDay(after) && part.isByHours === after.isByHours;
    back.unshift(isShared ? { ...part, days: after.days, isDayLast: true } : part);
  }
  return back;
}

function isBare({ days, spans }: NamedPart): boolean {
  return days.length === 0 && spans.length > 0;
}

function isWithDay({ days, spans }: NamedPart): boolean {
  return days.length > 0 && spans.length > 0;
}

/** True where days without a part stand beside parts, or parts without a day beside those that have one: to which they belong is unsaid. */
export function isUnsettled(parts: readonly NamedPart[]): boolean {
  const kinds = new Set(parts.map((part) => (isBare(part) ? "part" : isWithDay(part) ? "both" : "days")));
  return kinds.size > 1;
}
