import type { DaySpan } from "@/lib/domain/choice/day-spans";

/** A period or a date stands after the figure: "avant 6 mois", "not before 6 January". */
const NO_HOUR = String.raw`(?! ?(?:mois|jours?|semaines?|ans?\b|annees?|days?|weeks?|months?|years?|(?:of )?(?:janv|fevr|mars|avril|mai\b|juin|juil|aout|sept|octo|nove|dece|jan|feb|march|apr|may\b|jun|jul|aug)|شهر|اشهر|ايام|اسابيع))`;
/** The half of the day of an hour up to twelve, after it: "6 h du soir", "6 in the evening", "السادسة بعد الظهر". */
const HALF_OF_DAY = String.raw`(?: ?(du matin|du soir|de l apres midi|in the (?:morning|afternoon|evening)|at night|بعد الظهر|ظهرا|عصرا|ليلا)(?!\p{L}))?`;
const HOUR = String.raw`(?:l )?(?:الساعة )?(\d{1,2})${NO_HOUR} ?(?:h|heures?|:|o clock)? ?([0-5]\d)? ?(am|pm|h|heures?|مساء|صباحا)?(?![\p{L}\p{N}])${HALF_OF_DAY}`;
const BETWEEN = new RegExp(
  String.raw`(?:\b(?:entre|between|de|from)|بين|من) ${HOUR} ?(?:\b(?:et|and|a|to|until)|و|الى) ?${HOUR}`,
  "gu",
);
/** A second pair of hours after the first: "entre 8 et 10 et 18 et 20", "بين 8 و10 و18 و20". */
const BETWEEN_AGAIN = new RegExp(
  String.raw`(?<first>${BETWEEN.source}) (?:(?:et|ou|ni|and|or|nor) |و)(?=${HOUR} ?(?:et|and|a|to|و|الى) ?${HOUR})`,
  "gu",
);
const BEFORE = new RegExp(String.raw`(?:\b(?:avant|before|plus tot que|earlier than)|قبل) ${HOUR}`, "gu");
const AFTER = new RegExp(
  String.raw`(?:\b(?:apres|after|a partir de|passe|past|plus tard que|later than|au dela de)|بعد) ${HOUR}`,
  "gu",
);
const NOON = 12 * 60;
const EVENING = 18 * 60;
const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:le matin|les matins|the mornings?|in the mornings?|(?<!days? )mornings)\b|الصباح|صباحا/u, 0, NOON],
  [/\b(?:l|les) apres midi|\bafternoons?\b|بعد الظهر/u, NOON, EVENING],
  [/\b(?:le soir|les soirs|the evenings?|in the evenings?|(?<!days? )evenings)\b|المساء|مساء/u, EVENING, 0],
];

/** Finds the parts of a day that a text names by hours, or by words where it names no hour. */
export function namedSpans(text: string): DaySpan[] {
  const hours = namedHours(text);
  if (hours.length > 0) return hours;
  const around = PARTS.flatMap(([name, from, until]) => [
    ...(new RegExp(`(?:\\b(?:avant|before)|قبل) (?:${name.source})`, "u").test(text)
      ? [{ from: 0, until: from }]
      : []),
    ...(until > 0 && new RegExp(`(?:\\b(?:apres|after)|بعد) (?:${name.source})`, "u").test(text)
      ? [{ from: until, until: 0 }]
      : []),
  ]).filter(({ from, until }) => from !== until);
  // "Before" or "after" an hour that is not understood: its part of the day is no time at which contact is refused.
  if (around.length > 0 || UNREAD_HOUR.test(text)) return around;
  return PARTS.flatMap(([name, from, until]) => (name.test(text) ? [{ from, until }] : []));
}

/** Finds the parts of a day that a text names by hours: "entre 8 h et 10 h", "after 6 pm". */
export function namedHours(written: string): DaySpan[] {
  const text = written.replace(BETWEEN_AGAIN, "$<first> entre ");
  const between = [...text.matchAll(BETWEEN)].map((found) => {
    const [from, until] = [minutesAt(found, 1), minutesAt(found, 1 + HOUR_GROUPS)];
    return [isOfSameHalf(found, from, until) ? (from ?? 0) + NOON : from, until] as const;
  });
  const rest = text.replace(BETWEEN, " ");
  return [
    ...between,
    ...[...rest.matchAll(BEFORE)].map((found) => [0, minutesAt(found, 1)] as const),
    ...[...rest.matchAll(AFTER)].map((found) => [minutesAt(found, 1), 0] as const),
  ].flatMap(([from, until]) => (from === null || until === null || from === until ? [] : [{ from, until }]));
}

/** True where the half of the day that stands after the second hour is that of the first: "between 6 and 8 pm". */
function isOfSameHalf(found: RegExpMatchArray, from: number | null, until: number | null): boolean {
  if (from === null || until === null || isHalfSaid(found, 1) || !isHalfSaid(found, 1 + HOUR_GROUPS))
    return false;
  return until >= NOON && from < until - NOON;
}

function isHalfSaid(found: RegExpMatchArray, group: number): boolean {
  return /^(?:am|pm|مساء|صباحا)$/u.test(found[group + 2] ?? "") || found[group + 3] !== undefined;
}

const UNREAD_HOUR = /(?<!\p{L})(?:avant|apres(?! midi)|before|after|قبل|بعد(?! (?:الظهر|يوم)))(?!\p{L})/u;

/** Groups of `HOUR`: hour, minutes, sign, half of the day. */
const HOUR_GROUPS = 4;

const OF_NAMED_DAYS: readonly (readonly [RegExp, number, number])[] = [
  [/(?:di|day)s? (?:matins?|mornings?)\b/u, 0, NOON],
  [/(?:di|day)s? (?:apres midi|afternoons?)\b/u, NOON, EVENING],
  [/(?:di|day)s? (?:soirs?|evenings?)\b/u, EVENING, 0],
  [/صباح (?:يوم|ايام|ال)/u, 0, NOON],
];

/** Finds the part of a day that follows the name of one: "samedi matin", "Friday evenings". */
export function namedPartsOfDays(text: string): DaySpan[] {
  return OF_NAMED_DAYS.flatMap(([name, from, until]) => (name.test(text) ? [{ from, until }] : []));
}

function minutesAt(found: RegExpMatchArray, group: number): number | null {
  const [hour, minutes = "00"] = [Number(found[group]), found[group + 1]];
  const half = `${found[group + 2] ?? ""} ${found[group + 3] ?? ""}`;
  const isAfternoon =
    /^p|soir|apres midi|afternoon|evening|night|مساء|بعد|ظهرا|عصرا|ليلا/u.test(half) && hour < 12;
  const value = hour + (isAfternoon ? 12 : 0);
  return value > 23 ? null : value * 60 + Number(minutes);
}
