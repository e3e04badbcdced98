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
      // "8h-10h" as "de 8h a 10h".
      .replace(HOURS_APART, "de $1 a ")
      .replace(/(?<=di|day|اثنين|ثلاثاء|اربعاء|خميس|جمعة|سبت|احد) ?[-–—] ?/gu, " a ")
      .replace(/[^\p{L}\p{N}:.,!?;\n]+/gu, " ")
      // "2 p.m." ends no sentence.
      .replace(/\b([ap])\.? ?m\b\.?/g, "$1m")
      .replace(/(?<!\b(?:l|les) apres )\bmidi\b(?! et deux)/g, "12h")
      .replace(/\bmidi et deux\b/g, "12h et 14h")
      .replace(/\bnoon\b/g, "12h")
      .replace(HOURS_IN_WORDS, hourInFigures)
      // "Matin et soir" as "le matin et le soir", and "samedi matin et soir" by its day twice.
      .replace(DAY_TWICE, "$<day> $<part> $<and> $<day> ")
      .replace(ARABIC_DAY_TWICE, "$<day> $<part> و$<day> ")
      .replace(BARE_PARTS, articleBefore)
      // "Last Saturday" and "since Saturday" are when it happened, not when contact ends.
      .replace(/(?<!\p{L})\p{L}{1,20} (?:dernier|derniere|passe|passee)\b|\blast \p{L}{1,20}/gu, " ")
      .replace(/\b(?:depuis|since)(?: (?:le|the))? \p{L}{1,20}|منذ \p{L}{1,20}/gu, " ")
      // "From Monday on" is when a refusal begins, and no day that it is limited to; "from Monday to Friday" is.
      .replace(BEGINNING, " ")
  );
}

const HOURS_APART =
  /(?<![\p{L}\d:.-])(\d{1,2}(?: ?(?:h|heures?|am|pm))?(?::?[0-5]\d)?) ?[-–—] ?(?=\d{1,2}(?: ?(?:heures?|am|pm)(?!\p{L})| ?h(?!\p{L})|:[0-5]\d))/gu;
const FRENCH_DAYS = String.raw`(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week end)s?`;
const ENGLISH_DAYS = String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)days?`;
const BARE_PART = String.raw`(?:matin|soir|apres midi|morning|afternoon|evening)s?`;
const ALSO = "(?<and>et|ou|ni|and|or|nor)";
const DAY_TWICE = new RegExp(
  String.raw`\b(?<day>${FRENCH_DAYS}|${ENGLISH_DAYS}) (?<part>${BARE_PART}) ${ALSO} (?=${BARE_PART}\b)`,
  "gu",
);
const ARABIC_DAY_TWICE =
  /(?<day>يوم (?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت|الاحد)) (?<part>صباحا|مساء) و(?=صباحا|مساء)/gu;
/** A part of a day without its article, beside another one or after "ni". */
const BARE_PARTS = new RegExp(
  [
    String.raw`(?<=\b${BARE_PART} (?:et|ou|ni|and|or|nor) |\bni )${BARE_PART}\b`,
    String.raw`(?<!\b(?:les?|l|du|the|${FRENCH_DAYS}|${ENGLISH_DAYS}) )\b${BARE_PART}(?= (?:et|ou|ni|and|or|nor) (?:les? |l |du |de l |in |the )*${BARE_PART}\b)`,
  ].join("|"),
  "gu",
);

function articleBefore(part: string): string {
  if (/^[mae]\p{L}+(?:ing|noon)s?$/u.test(part)) return `the ${part}`;
  return part.startsWith("apres") ? `l ${part}` : `${part.endsWith("s") ? "les" : "le"} ${part}`;
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

/** Finds where the first day of the week stands that a text names; its end where it names none. */
export function firstDayAt(text: string): number {
  const found = [...DAY_NAMES, WEEKEND, WORKDAYS].map((name) => text.search(name)).filter((at) => at >= 0);
  return Math.min(text.length, ...found);
}

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
