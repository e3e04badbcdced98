import type { StatedTimes } from "@/lib/domain/choice/stop-times";
import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { daysInMonth } from "@/lib/domain/time/partial-date";

const ARABIC_FIGURES = "٠١٢٣٤٥٦٧٨٩";

/** French months, as which a date in figures is read: "15/01/2027". */
const MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(
  " ",
);

/** Folds words so that times are found in them: no accents, no signs but those that end a part of a sentence. */
export function foldTimes(words: string): string {
  return (
    words
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[٠-٩]/g, (figure) => String(ARABIC_FIGURES.indexOf(figure)))
      .toLowerCase()
      .replace(/[أإآ]/g, "ا")
      .replace(/[؟]/g, "?")
      .replace(/،/g, ",")
      .replace(/\b(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?\b/g, dateInWords)
      .replace(/(?<=di|day|اثنين|ثلاثاء|اربعاء|خميس|جمعة|سبت|احد) ?[-–—] ?/gu, " a ")
      .replace(/[^\p{L}\p{N}:.,!?;\n]+/gu, " ")
      // "2 p.m." ends no sentence.
      .replace(/\b([ap])\.? ?m\b\.?/g, "$1m")
      .replace(/(?<!\b(?:l|les) apres )\bmidi\b(?! et deux)/g, "12h")
      .replace(/\bmidi et deux\b/g, "12h et 14h")
      .replace(/\bnoon\b/g, "12h")
      .replace(HOURS_IN_WORDS, hourInFigures)
      // "Last Saturday" and "since Saturday" are when it happened, not when contact ends.
      .replace(/(?<!\p{L})\p{L}{1,20} (?:dernier|derniere|passe|passee)\b|\blast \p{L}{1,20}/gu, " ")
      .replace(/\b(?:depuis|since)(?: (?:le|the))? \p{L}{1,20}|منذ \p{L}{1,20}/gu, " ")
      // "From Monday on" is when a refusal begins, and no day that it is limited to; "from Monday to Friday" is.
      .replace(BEGINNING, " ")
  );
}

const FRENCH_HOURS =
  "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix·sept dix·huit dix·neuf vingt vingt·et·une vingt·deux vingt·trois";
const ENGLISH_HOURS = "one two three four five six seven eight nine ten eleven twelve";
const ARABIC_HOURS =
  "الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية·عشرة الثانية·عشرة";

/** Hour that each word names; the longest first, so that "dix-huit" is not read as ten. */
const HOUR_WORDS: readonly (readonly [string, number])[] = [FRENCH_HOURS, ENGLISH_HOURS, ARABIC_HOURS]
  .flatMap((names) =>
    names.split(" ").map((name, index): [string, number] => [name.replaceAll("·", " "), index + 1]),
  )
  .toSorted(([one], [other]) => other.length - one.length);
const HOUR_WORD = HOUR_WORDS.map(([name]) => name).join("|");
/** An hour in words, known for one by what stands beside it: "six heures", "six pm", "الساعة السادسة", "قبل السادسة". */
const HOURS_IN_WORDS = new RegExp(
  String.raw`(?<!\p{L})(?:(?<of>${HOUR_WORD})(?= (?:heures?|am|pm|o clock|in the)(?!\p{L}))|(?<=(?:الساعة|قبل|بعد) )(?<at>${HOUR_WORD})(?!\p{L}))(?<half> و?النصف)?`,
  "gu",
);

function hourInFigures(written: string, ofName?: string, atName?: string, half?: string): string {
  const hour = HOUR_WORDS.find(([name]) => name === (ofName ?? atName))?.[1];
  return hour === undefined ? written : `${hour}${half ? ":30" : ""}`;
}

function dateInWords(written: string, day: string, month: string, year: string | undefined): string {
  const name = MONTHS[Number(month) - 1];
  return name === undefined || Number(day) > 31 ? written : `${day} ${name}${year ? ` ${year}` : ""}`;
}

const WEEKDAY_NAMES = String.raw`(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:يوم )?(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت|الاحد))(?!\p{L})`;
const BEGINNING = new RegExp(
  String.raw`(?:\b(?:a (?:partir|compter) (?:de|du|de ce)|des|starting(?: from| on)?|as of|from)(?: (?:next|this))?|ابتداء من|بدءا من) ${WEEKDAY_NAMES}(?: (?:prochain|on|onwards)\b)?(?! (?:a|au|to|till|until|through|jusqu|الى|حتى)(?!\p{L}))`,
  "gu",
);
/** The day until which, by its name alone; the last of a row of days is none: "du lundi jusqu’au vendredi". */
const UNTIL_WEEKDAY = new RegExp(
  String.raw`(?<!${WEEKDAY_NAMES} )(?:\b(?:jusqu (?:au?|a ce)|until|till)|حتى|الى غاية)(?: (?:le|next|this))? (${WEEKDAY_NAMES})`,
  "u",
);

/** A text without the weekday until which something holds, which is no day that it is limited to. */
export function withoutEnds(text: string): string {
  return text.replace(UNTIL_WEEKDAY, " ");
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
/** Words between the first and the last day of a row of days. */
const UP_TO = /^ (?:a|au|to|till|until|through|jusqu au?|الى|حتى) (?:le )?$/u;

/** Finds the days of the week that a text names, and those between two of them: "du lundi au vendredi". */
export function namedDays(text: string): number[] {
  const found = DAY_NAMES.flatMap((name, index) =>
    [...text.matchAll(new RegExp(name, "gu"))].map((match) => ({
      day: index + 1,
      from: match.index,
      until: match.index + match[0].length,
    })),
  ).toSorted((one, other) => one.from - other.from);
  const days = new Set(found.map(({ day }) => day));
  found.forEach(({ day, until }, index) => {
    const next = found[index + 1];
    if (!next || !UP_TO.test(text.slice(until, next.from))) return;
    for (let between = day; between !== next.day; between = (between % 7) + 1) days.add(between);
  });
  if (WEEKEND.test(text)) for (const day of [6, 7]) days.add(day);
  if (WORKDAYS.test(text)) for (const day of [1, 2, 3, 4, 5]) days.add(day);
  return [...days];
}

/** A period or a date stands after the figure: "avant 6 mois", "not before 6 January". */
const NO_HOUR = String.raw`(?! ?(?:mois|jours?|semaines?|ans?\b|annees?|days?|weeks?|months?|years?|(?:of )?(?:janv|fevr|mars|avril|mai\b|juin|juil|aout|sept|octo|nove|dece|jan|feb|march|apr|may\b|jun|jul|aug)|شهر|اشهر|ايام|اسابيع))`;
/** The half of the day of an hour up to twelve, after it: "6 h du soir", "6 in the evening", "السادسة بعد الظهر". */
const HALF_OF_DAY = String.raw`(?: ?(du matin|du soir|de l apres midi|in the (?:morning|afternoon|evening)|at night|بعد الظهر|ظهرا|عصرا|ليلا)(?!\p{L}))?`;
const HOUR = String.raw`(?:l )?(?:الساعة )?(\d{1,2})${NO_HOUR} ?(?:h|heures?|:|o clock)? ?([0-5]\d)? ?(am|pm|h|heures?|مساء|صباحا)?(?![\p{L}\p{N}])${HALF_OF_DAY}`;
const BETWEEN = new RegExp(
  String.raw`(?:\b(?:entre|between|de|from)|بين|من) ${HOUR} ?(?:\b(?:et|and|a|to|until)|و|الى) ?${HOUR}`,
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

/** Part of a day, in minutes from midnight; 0 as an end is midnight at its end. */
export type DaySpan = { from: number; until: number };

/** Finds the parts of a day that a text names by hours, or by words where it names no hour. */
export function namedSpans(text: string): DaySpan[] {
  const between = [...text.matchAll(BETWEEN)].map(
    (found) => [minutesAt(found, 1), minutesAt(found, 1 + HOUR_GROUPS)] as const,
  );
  const rest = text.replace(BETWEEN, " ");
  const hours = [
    ...between,
    ...[...rest.matchAll(BEFORE)].map((found) => [0, minutesAt(found, 1)] as const),
    ...[...rest.matchAll(AFTER)].map((found) => [minutesAt(found, 1), 0] as const),
  ].flatMap(([from, until]) => (from === null || until === null || from === until ? [] : [{ from, until }]));
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
const YEAR_END =
  /\b(?:jusqu a|avant) la fin de l annee|\b(?:until|till|before) (?:the )?(?:end of (?:the )?year|year end)|حتى نهاية السنة/u;
const NOT_BEFORE = /\b(?:pas avant|plus avant|not before)(?: (?:le|the))?|ليس قبل/u;
const LASTING =
  /\b(?:pendant|durant|avant|for(?: the next)?|before) (\d{1,2}) (jours?|semaines?|mois|ans?|annees?|days?|weeks?|months?|years?)\b/u;

/** Gives the last day of it: of a month that is named alone its last, since fewer days would be called in spite of the words. */
export function namedLastDay(folded: string, today: string): Pick<StatedTimes, "lastDay"> {
  const weekday = UNTIL_WEEKDAY.exec(folded)?.[1];
  const until = UNTIL.exec(weekday === undefined ? folded : folded.replace(`${weekday} `, ""));
  const month = monthOf(until?.[2] ?? "");
  if (until && month > 0) return { lastDay: dayOf(month, until[1], until[3], today) };
  if (weekday !== undefined) return { lastDay: nextNamed(weekday, today) };
  if (YEAR_END.test(folded)) return { lastDay: `${today.slice(0, 4)}-12-31` };
  const lasting = LASTING.exec(folded);
  if (lasting) return { lastDay: lastDayAfter(Number(lasting[1]), lasting[2] ?? "", today) };
  const notBefore = NOT_BEFORE.exec(folded);
  const rest = notBefore ? folded.slice(notBefore.index + notBefore[0].length).trimStart() : "";
  const [, day = "1", name = "", year] =
    /^(?:(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?)?(\p{L}+)(?: (\d{4}))?/u.exec(rest) ?? [];
  const first = monthOf(name);
  // "Not before January" holds until the day before it.
  return first > 0 ? { lastDay: addDaysToDay(dayOf(first, day, year, today), -1) } : {};
}

/** The next day of a name after today, itself included in what holds until it. */
function nextNamed(name: string, today: string): string {
  const [weekday = 1] = namedDays(name);
  const now = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return addDaysToDay(today, ((weekday - now + 6) % 7) + 1);
}

function monthOf(word: string): number {
  return MONTH_NAMES.findIndex((name) => name.test(word)) + 1;
}

function lastDayAfter(count: number, unit: string, today: string): string {
  if (/^(?:jour|day)/.test(unit)) return addDaysToDay(today, count);
  if (/^(?:semaine|week)/.test(unit)) return addDaysToDay(today, 7 * count);
  return addMonthsToDay(today, /^(?:mois|month)/.test(unit) ? count : 12 * count);
}

function dayOf(month: number, day: string | undefined, year: string | undefined, today: string): string {
  const [thisYear, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const inYear = year === undefined ? (month < thisMonth ? thisYear + 1 : thisYear) : Number(year);
  const last = daysInMonth(inYear, month);
  const inMonth = day === undefined ? last : Math.min(Number(day), last);
  return `${inYear}-${String(month).padStart(2, "0")}-${String(Math.max(inMonth, 1)).padStart(2, "0")}`;
}
