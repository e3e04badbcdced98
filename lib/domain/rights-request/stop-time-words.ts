import { hasTimes, type StatedTimes } from "@/lib/domain/choice/stop-times";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { daysInMonth } from "@/lib/domain/time/partial-date";

/**
 * Times to which the words of an objection seem to limit it, in French, English and Arabic: "not before 6 pm", "pas le samedi",
 * "jusqu’en janvier". Null where they name none. A proposal for a person to confirm: it decides nothing. `today` is the day on which
 * they were written, by which a month without a year is read.
 */
export function timesInWords(words: string, today: string): StatedTimes | null {
  const folded = fold(words);
  const times: StatedTimes = { ...daysIn(folded), ...hoursIn(folded), ...lastDayIn(folded, today) };
  return hasTimes(times) ? times : null;
}

const ARABIC_FIGURES = "٠١٢٣٤٥٦٧٨٩";

function fold(words: string): string {
  return (
    words
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[٠-٩]/g, (figure) => String(ARABIC_FIGURES.indexOf(figure)))
      .toLowerCase()
      .replace(/[أإآ]/g, "ا")
      .replace(/[^\p{L}\p{N}:]+/gu, " ")
      // "Last Saturday" is when it happened, not when contact ends.
      .replace(/(?<!\p{L})\p{L}{1,20} (?:dernier|derniere|passe|passee)\b|\blast \p{L}{1,20}/gu, " ")
  );
}

const DAY_NAMES: readonly RegExp[] = [
  /\b(?:lundis?|mondays?)\b|الاثنين/u,
  /\b(?:mardis?|tuesdays?)\b|الثلاثاء/u,
  /\b(?:mercredis?|wednesdays?)\b|الاربعاء/u,
  /\b(?:jeudis?|thursdays?)\b|الخميس/u,
  /\b(?:vendredis?|fridays?)\b|الجمعة/u,
  /\b(?:samedis?|saturdays?)\b|السبت/u,
  /\b(?:dimanches?|sundays?)\b|(?<!\p{L})الاحد/u,
];
const WEEKEND = /\b(?:week ?ends?)\b|نهاية الاسبوع|عطلة نهاية/u;
const WORKDAYS = /\b(?:en semaine|on weekdays?|during the week|jours ouvres|jours ouvrables)\b|ايام العمل/u;
const ONLY =
  /\b(?:seulement|uniquement|exclusivement|que (?:le|les|en|apres|entre|a partir|l)|qu (?:apres|entre|a partir|en)|only)\b|فقط|الا (?:بعد|يوم|ايام|بين)/u;

/** Gives the days that are named; "only on" says the others. */
function daysIn(folded: string): Pick<StatedTimes, "days"> {
  const clause = clauses(folded).filter((one) => namedDays(one).length > 0);
  const days = new Set<number>();
  for (const one of clause) {
    const named = namedDays(one);
    const isOnly = ONLY.test(one) && hoursIn(one).from === undefined;
    for (let day = 1; day <= 7; day += 1) if (named.includes(day) !== isOnly) days.add(day);
  }
  return days.size > 0 && days.size < 7 ? { days: [...days].toSorted((a, b) => a - b) } : {};
}

/** Parts of a text that a conjunction or the sign of a sentence parts; the signs are folded away by then. */
function clauses(folded: string): string[] {
  return folded.split(/\b(?:mais|but|et pas|et jamais|ni|nor|and not)\b|ولا|لكن/u);
}

function namedDays(text: string): number[] {
  const days = DAY_NAMES.flatMap((name, index) => (name.test(text) ? index + 1 : []));
  if (WEEKEND.test(text)) days.push(6, 7);
  if (WORKDAYS.test(text)) days.push(1, 2, 3, 4, 5);
  return days;
}

const HOUR = String.raw`(?:l )?(?:الساعة )?(\d{1,2}) ?(?:h|heures?|:|o clock)? ?([0-5]\d)? ?(am|a m|pm|p m|h|heures?|مساء|صباحا)?(?![\p{L}\p{N}])`;
const BETWEEN = new RegExp(
  String.raw`(?:\b(?:entre|between|de|from)|بين|من) ${HOUR} ?(?:\b(?:et|and|a|to|until)|و|الى) ?${HOUR}`,
  "u",
);
const BEFORE = new RegExp(String.raw`(?:\b(?:avant|before)|قبل) ${HOUR}`, "u");
const AFTER = new RegExp(String.raw`(?:\b(?:apres|after|a partir de|passe|past)|بعد) ${HOUR}`, "u");
const PARTS: readonly (readonly [RegExp, string, string])[] = [
  [/\b(?:le matin|les matins|the mornings?|in the mornings?)\b|الصباح|صباحا/u, "00:00", "12:00"],
  [/\b(?:l apres midi|les apres midi|afternoons?)\b|بعد الظهر/u, "12:00", "18:00"],
  [/\b(?:le soir|les soirs|the evenings?|in the evenings?)\b|المساء|مساء/u, "18:00", "00:00"],
];

/** Gives the part of the day that is refused: "after 6 pm only" leaves that open, and refuses the rest. */
function hoursIn(folded: string): Pick<StatedTimes, "from" | "until"> {
  const isOnly = ONLY.test(folded);
  const between = BETWEEN.exec(folded);
  if (between) return period(hourAt(between, 1), hourAt(between, 4), isOnly);
  const before = hourAt(BEFORE.exec(folded), 1);
  if (before) return period("00:00", before, isOnly);
  const after = hourAt(AFTER.exec(folded), 1);
  if (after) return period(after, "00:00", isOnly);
  const part = PARTS.find(([name]) => name.test(folded));
  return part ? period(part[1], part[2], isOnly) : {};
}

function period(
  from: string | null,
  until: string | null,
  isOnly: boolean,
): Pick<StatedTimes, "from" | "until"> {
  if (from === null || until === null || from === until) return {};
  return isOnly ? { from: until, until: from } : { from, until };
}

function hourAt(found: RegExpExecArray | null, group: number): string | null {
  if (!found) return null;
  const [hour, minutes = "00", half = ""] = [Number(found[group]), found[group + 1], found[group + 2]];
  const isAfternoon = /^p|مساء/u.test(half) && hour < 12;
  const value = hour + (isAfternoon ? 12 : 0);
  return value > 23 ? null : `${String(value).padStart(2, "0")}:${minutes}`;
}

const MONTH_NAMES: readonly RegExp[] = [
  /(?:janvier|january)|يناير/u,
  /(?:fevrier|february)|فبراير/u,
  /(?:mars|march)(?!\p{L})|مارس/u,
  /(?:avril|april)|ابريل/u,
  /(?:mai|may)(?!\p{L})|ماي(?:و)?(?!\p{L})/u,
  /(?:juin|june)|يونيو/u,
  /(?:juillet|july)|يوليو/u,
  /(?:aout|august)|غشت|اغسطس/u,
  /(?:septembre|september)|شتنبر|سبتمبر/u,
  /(?:octobre|october)|اكتوبر/u,
  /(?:novembre|november)|نونبر|نوفمبر/u,
  /(?:decembre|december)|دجنبر|ديسمبر/u,
];
const UNTIL =
  /(?:\b(?:jusqu (?:en|au?x?|a la)|until|till)|حتى|الى غاية) (?:le |la |the |end of |fin |fin de |نهاية |شهر |de )*(?:(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?)?(\p{L}+)(?: (\d{4}))?/u;
const NOT_BEFORE = /\b(?:pas avant|not before)|ليس قبل/u;

/** Gives the last day of it: of a month that is named alone its last, since fewer days would be called in spite of the words. */
function lastDayIn(folded: string, today: string): Pick<StatedTimes, "lastDay"> {
  const until = UNTIL.exec(folded);
  const month = MONTH_NAMES.findIndex((name) => name.test(until?.[2] ?? "")) + 1;
  if (until && month > 0) return { lastDay: dayOf(month, until[1], until[3], today) };
  const notBefore = NOT_BEFORE.exec(folded);
  const rest = notBefore ? folded.slice(notBefore.index + notBefore[0].length).trimStart() : "";
  const first = MONTH_NAMES.findIndex((name) => rest.search(name) === 0) + 1;
  // "Not before January" holds until the day before it.
  return first > 0 ? { lastDay: addDaysToDay(dayOf(first, "1", undefined, today), -1) } : {};
}

function dayOf(month: number, day: string | undefined, year: string | undefined, today: string): string {
  const [thisYear, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const inYear = year === undefined ? (month < thisMonth ? thisYear + 1 : thisYear) : Number(year);
  const last = daysInMonth(inYear, month);
  const inMonth = day === undefined ? last : Math.min(Number(day), last);
  return `${inYear}-${String(month).padStart(2, "0")}-${String(Math.max(inMonth, 1)).padStart(2, "0")}`;
}
