import { itemAt } from "@/lib/domain/invariant/required";
import { firstDay, type PartialDate } from "@/lib/domain/time/partial-date";
import { formatOffset, localParts, offsetAt, type LocalParts, type Zone } from "@/lib/domain/time/zones";
import { isolate, markDirection } from "./bidi";
import { CALENDAR_WORDS, cityName } from "./calendar-words";
import { withDe } from "./elision";
import type { Locale } from "./locale";

const NO_BREAK = "\u00a0";
export const COMMA: Record<Locale, string> = { fr: ", ", en: ", ", ar: "، " };
/** The end of a day: English and Arabic say which of its two midnights is meant. */
const MIDNIGHT: Record<Locale, (city: string) => string> = {
  fr: (city) => `minuit, heure ${withDe(city)}`.replaceAll(" ", NO_BREAK).replace(`,${NO_BREAK}`, ", "),
  en: (city) => `end of the day, ${city}${NO_BREAK}time`,
  ar: (city) => `نهاية اليوم بتوقيت ${city}`,
};
const NUMBER_TAGS: Record<Locale, string> = { fr: "fr-FR", en: "en-GB", ar: "ar-MA-u-nu-latn" };

/** The runtime's own formatters, made once for each language and kind: making one costs more than a row of a list. */
export const formatters = {
  number: memoise((locale: Locale) => new Intl.NumberFormat(NUMBER_TAGS[locale])),
  money: memoise(
    (locale: Locale, currency: "EUR" | "MAD") =>
      new Intl.NumberFormat(NUMBER_TAGS[locale], {
        style: "currency",
        currency,
        trailingZeroDisplay: "stripIfInteger",
      }),
  ),
  list: memoise(
    (locale: Locale, type: "conjunction" | "disjunction") =>
      new Intl.ListFormat(NUMBER_TAGS[locale], { type }),
  ),
};

type DayStyle = { weekday?: boolean; long?: boolean };

/** "2026-09-01" → "1er sept. 2026", "1 Sept 2026", "1 شتنبر 2026"; `long` writes the month out, `weekday` names the day. */
export function formatDay(isoDay: string, locale: Locale, style: DayStyle = {}): string {
  const [year, month, day] = isoDay.split("-").map(Number) as [number, number, number];
  return joinDay({ year, month, day, weekday: isoWeekday(isoDay) }, locale, style);
}

/** Formats a date with its precision: "2024-03" → "mars 2024", "2023" → "2023". Months are written out. */
export function formatPartialDate(date: PartialDate, locale: Locale): string {
  const [year = "", month, day] = date.value.split("-");
  if (month === undefined) return year;
  if (day === undefined) return `${CALENDAR_WORDS[locale].months[Number(month) - 1]}${NO_BREAK}${year}`;
  return formatDay(firstDay(date), locale);
}

/** "18 nov. 2026, 10:12 Casablanca +00:00": never an hour without its city, never the runtime's own zone data. */
export function formatInstant(
  instantMs: number,
  zone: Zone,
  locale: Locale,
  style: DayStyle & { seconds?: boolean } = {},
): string {
  return joinTexts(
    [joinDay(localParts(zone, instantMs), locale, style), formatHour(instantMs, zone, locale, style)],
    locale,
  );
}

/** "mer. 25 nov. 2026, minuit, heure de Paris": the end of a day, `endsAt` its instant, said on the day that it ends. */
export function formatDayEnd(
  isoDay: string,
  endsAt: number,
  zone: Zone,
  locale: Locale,
  style: DayStyle = {},
): string {
  return joinTexts([formatDay(isoDay, locale, style), formatEndHour(endsAt, zone, locale)], locale);
}

/**
 * Formats the end of a period in Casablanca: its hour, with the day where that differs there; "" where the
 * day ends there.
 */
export function formatEndInCasablanca(isoDay: string, endsAt: number, zone: Zone, locale: Locale): string {
  if (zone === "Africa/Casablanca") return "";
  return dayAt(endsAt - 1, "Africa/Casablanca") === isoDay
    ? formatEndHour(endsAt, "Africa/Casablanca", locale)
    : formatInstant(endsAt, "Africa/Casablanca", locale);
}

function formatEndHour(endsAt: number, zone: Zone, locale: Locale): string {
  const { hour, minute } = localParts(zone, endsAt);
  return hour === 0 && minute === 0
    ? MIDNIGHT[locale](cityName(zone, locale))
    : formatHour(endsAt, zone, locale);
}

/** "10:12 Casablanca +00:00", beside a day that holds there too. */
export function formatHour(
  instantMs: number,
  zone: Zone,
  locale: Locale,
  { seconds = false }: { seconds?: boolean } = {},
): string {
  const clock = formatClock(localParts(zone, instantMs), seconds);
  const offset = isolate(formatOffset(offsetAt(zone, instantMs)), locale);
  return `${clock}${NO_BREAK}${cityName(zone, locale)}${NO_BREAK}${offset}`;
}

/** Formats an instant in a second city: its hour, with the day where that is another than in the first: "26 nov. 2026, 00:12 Paris +01:00". */
export function formatInSecondCity(
  instantMs: number,
  { first, second }: { first: Zone; second: Zone },
  locale: Locale,
  style: { seconds?: boolean } = {},
): string {
  return dayAt(instantMs, first) === dayAt(instantMs, second)
    ? formatHour(instantMs, second, locale, style)
    : formatInstant(instantMs, second, locale, style);
}

/** An instant as a controller is told it: in Casablanca, and in brackets in its own city where that is another. */
export function formatForController(
  instantMs: number,
  zone: Zone,
  locale: Locale,
  style: DayStyle = {},
): string {
  const here = formatInstant(instantMs, "Africa/Casablanca", locale, style);
  return zone === "Africa/Casablanca" ? here : `${here} (${formatInstant(instantMs, zone, locale, style)})`;
}

/** Casablanca first and Paris beside it, as most pages show an instant. */
export const CASABLANCA_AND_PARIS = { first: "Africa/Casablanca", second: "Europe/Paris" } as const;

/** The day of an instant on the wall of a city, "2026-11-18". */
export function dayAt(instantMs: number, zone: Zone): string {
  const { year, month, day } = localParts(zone, instantMs);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** 1284 → "1 284", "1,284", "1.284"; European digits in Arabic too, as in Morocco. */
export function formatNumber(value: number, locale: Locale): string {
  return formatters.number(locale).format(value);
}

/** "1234567.89" euros → "1 234 567,89 €", whole amounts without cents. The text goes in exactly: no float touches it. */
export function formatMoney(amount: string, currency: "EUR" | "MAD", locale: Locale): string {
  return formatters.money(locale, currency).format(amount as `${number}`);
}

/** "10.7345" → "10,7345", as a figure is typed: exactly, and with nothing between its thousands. */
export function withDecimalSign(decimal: string, locale: Locale): string {
  return locale === "en" ? decimal : decimal.replace(".", ",");
}

/** A count as lists ask for it: past `limit` nobody counts on, and "1 000+" says enough. */
export function formatCount(count: number, locale: Locale, limit = 1000): string {
  return count > limit ? `${formatNumber(limit, locale)}+` : formatNumber(count, locale);
}

/** ["a", "b", "c"] → "a, b et c", "a, b and c", "a، b وc". */
export function formatList(
  items: readonly string[],
  locale: Locale,
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  return formatters.list(locale, type).format(items.map((item) => isolate(item, locale)));
}

type Part = string | null | undefined | false;

/** Parts of one line, what says nothing left out: "Nejma, Rabat"; in Arabic "Nejma، الرباط", each part in its own order. */
export function joinParts(parts: readonly Part[], locale: Locale, separator = COMMA[locale]): string {
  const line = parts
    .filter((part): part is string => typeof part === "string" && part.trim() !== "")
    .map((part) => isolate(part, locale))
    .join(separator);
  return markDirection(line, locale);
}

/** Begins a line with a capital, whatever its first part is. */
export function capitalise(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** Parts that are already said in one language, a date and an hour: no part has an order of its own. */
function joinTexts(parts: readonly string[], locale: Locale): string {
  return parts.join(COMMA[locale]);
}

function joinDay(
  { year, month, day, weekday }: Pick<LocalParts, "year" | "month" | "day" | "weekday">,
  locale: Locale,
  { weekday: isNamed = false, long = false }: DayStyle,
): string {
  const words = CALENDAR_WORDS[locale];
  const date = [
    locale === "fr" && day === 1 ? "1er" : String(day),
    itemAt(long ? words.months : words.shortMonths, month - 1),
    String(year),
  ].join(NO_BREAK);
  if (!isNamed) return date;
  const name = itemAt(long ? words.weekdays : words.shortWeekdays, weekday - 1);
  return `${name}${NO_BREAK}${date}`;
}

function formatClock({ hour, minute, second }: LocalParts, seconds: boolean): string {
  return [hour, minute, ...(seconds ? [second] : [])].map(twoDigits).join(":");
}

function isoWeekday(isoDay: string): number {
  return new Date(`${isoDay}T00:00:00Z`).getUTCDay() || 7;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function memoise<A extends readonly string[], F>(make: (...args: A) => F): (...args: A) => F {
  const made = new Map<string, F>();
  return (...args) => {
    const key = args.join(" ");
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
}
