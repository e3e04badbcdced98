import { itemAt } from "@/lib/domain/invariant/required";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import { doubt, question, reading, type CellDoubt, type Reading } from "../doubts";
import { findQualifiers, pointsElsewhere, readDitto } from "@/lib/domain/text/qualifiers";
import { isBlankCell, readNoAnswer } from "./none";

const LONGEST_TEXT = 100;
const MONTH_NAME =
  "(?:jan|janv|fév|fev|feb|mar|mär|maa|mrt|avr|apr|abr|mai|may|mei|mag|juin|jun|giu|juil|jul|lug|ao[uû]|aug|ago|sep|set|" +
  "oct|okt|ott|nov|d[ée]c|dez|dic|ene|gen|[\\u0621-\\u064a]{2})\\p{L}{0,12}\\.?";
const DATE_WITHIN = new RegExp(
  "(?<![\\d/.-])(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|" +
    `(?:\\d{1,2}(?:er|st|nd|rd|th|[.º°])?\\s{1,4}(?:de )?)?${MONTH_NAME}\\s{1,4}(?:de )?\\d{4}|\\d{1,2}/\\d{4}|(?:19|20)\\d{2})(?![\\d/.-]*\\d)`,
  "giu",
);
const SHAPED_LIKE_A_DATE = /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$|^\d{1,2}(?:er)?\s+\p{L}+\.?\s+\d{4}$/u;

/**
 * A date as precise as it was written, its words kept; day first, two-figure years 00–79 of this century and 80–99 of
 * the last. What is no date is left over and asked about, and never guessed.
 */
export function readDate(cell: string): Reading<PartialDate | null> {
  const written = cell.trim();
  if (written === "") return reading(null);
  if (readDitto(written) || (pointsElsewhere(written) && findDates(written).length === 0))
    return reading(null, [doubt("refersElsewhere", written)], written);
  const either = readEitherOrder(written);
  if (either) return either;
  const date = readWhole(written);
  if (date && isEpoch(date.value)) return reading(null, [question("dateNotRead", written)], written);
  if (date) return reading(date);
  return (
    readSerial(written) ??
    readQuarter(written) ??
    readWeek(written) ??
    readImpossible(written) ??
    readWithin(written) ??
    reading(
      null,
      isBlankCell(written) || readNoAnswer(written) ? [] : [question("dateNotRead", written)],
      written,
    )
  );
}

/** The first date inside a sentence: "signées le 10/01/2026"; none of another calendar. */
export function findDate(text: string): PartialDate | null {
  return findDates(text).find(({ value }) => !isEpoch(value)) ?? null;
}

function findDates(text: string): PartialDate[] {
  return [...text.matchAll(DATE_WITHIN)].flatMap(([found]) => readWhole(found) ?? []);
}

/** The first day that a system counts from, or a last one that stands for none: "01/01/1900", "31/12/9999". */
function isEpoch(value: string): boolean {
  return (
    value.slice(0, 4) <= "1900" || value.slice(0, 4) >= "2090" || ["1904-01-01", "1970-01-01"].includes(value)
  );
}

/** "24-03-12": three pairs of figures that are a day from either end; which end is the year is asked. */
function readEitherOrder(written: string): Reading<PartialDate | null> | null {
  const [, first = "", month = "", last = ""] = /^(\d{2})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  if (first === "") return null;
  const options = [...new Set([`20${last}-${month}-${first}`, `20${first}-${month}-${last}`])].filter(
    (value) => readPartialDate(value) !== null,
  );
  if (options.length < 2) return null;
  return reading(preserveWords(itemAt(options, 0), written), [
    question("dateOrder", written, { options: options.join("|") }),
  ]);
}

function readWhole(written: string): PartialDate | null {
  const bare = written.replace(/[T\s]\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/u, "");
  const old = /^(\d{1,2}[-/. ]\d{1,2}[-/. ])([89]\d)$/.exec(bare);
  const date = readPartialDate(old ? `${old[1]}19${old[2]}` : bare);
  return date && preserveWords(date.value, written);
}

/** Excel's own number of a day, 45292 for 1 January 2024, between 1954 and 2119. */
function readSerial(written: string): Reading<PartialDate | null> | null {
  const match = /^(\d{5})(?:[.,]\d+)?$/.exec(written);
  if (!match || Number(match[1]) < 20000 || Number(match[1]) > 80000) return null;
  const value = new Date(Date.UTC(1899, 11, 30 + Number(match[1]))).toISOString().slice(0, 10);
  return reading(preserveWords(value, written), [doubt("dateSerial", written, { date: value })]);
}

/** "T1 2024": only its year can be kept as a date. */
function readQuarter(written: string): Reading<PartialDate | null> | null {
  const match =
    /^(?:[tq]\s?[1-4]|[1-4]\s?[tq]|[sh]\s?[12]|\p{L}+ (?:trim(?:estre)?|sem(?:estre)?|quarter|quartal|kwartaal)\b\.?) ?[-/]? ?(?:de(?:l)? )?(\d{4})$/iu.exec(
      written
        .replace(/\s+/g, " ")
        .replace(/^[1-4](?:er|e|è|ème|eme|nde?|º|ª|\.|st|rd|th)\s?(?=\p{L})/u, "x "),
    );
  return (
    match &&
    reading(preserveWords(itemAt(match, 1), written), [
      doubt("dateQuarter", written, { year: itemAt(match, 1) }),
    ])
  );
}

/** "KW 12/2023", "S12 2024", "semaine 12 de 2024": the week of a year, which is no month of it. */
function readWeek(written: string): Reading<PartialDate | null> | null {
  const [, year] =
    /^(?:kw|sem(?:aine|ana)?\.?|settimana|week|wk\.?|w|s|الأسبوع)\s?\d{1,2}\s?(?:[-/.,]|d[ei]l?|of|van|von)?\s?(\d{4})$/iu.exec(
      written.replace(/\s+/g, " "),
    ) ?? [];
  return year === undefined
    ? null
    : reading(preserveWords(year, written), [doubt("dateWithin", written, { date: year })]);
}

/** 31/02/2026 has the shape of a date, and no such day exists. */
function readImpossible(written: string): Reading<PartialDate | null> | null {
  if (!SHAPED_LIKE_A_DATE.test(written)) return null;
  const options = monthAround(written);
  return reading(null, [question("dateNoSuchDay", written, options === null ? {} : { options })], written);
}

/** The month of a day that it does not have: "31/04/2025" was in April. */
function monthAround(written: string): string | null {
  const [, rest = ""] = /^\d{1,2}(?:er)?[-/. ](.+)$/u.exec(written) ?? [];
  return readPartialDate(rest)?.value ?? null;
}

/** "depuis mars 2024", "env. 2023"; which of two dates is meant is asked. */
function readWithin(written: string): Reading<PartialDate | null> | null {
  const dates = [...new Set(findDates(written).map(({ value }) => value))];
  const [date] = dates;
  if (date === undefined) return null;
  // A year of another calendar, "15/09/1445 هـ", or one whose figures are wrong.
  if (dates.some(isEpoch)) return reading(null, [question("dateNotRead", written)], written);
  const found = preserveWords(date, written);
  const asked =
    dates.length > 1
      ? question("severalDates", written, { options: dates.join("|") })
      : doubtWithin(written, date);
  return reading(found, [asked], written.length > LONGEST_TEXT ? written : "");
}

/** "prévu mars 2025", "pas avant 2026": what the words make of the date is asked. */
function doubtWithin(written: string, date: string): CellDoubt {
  const words = findQualifiers(written).map((one) => one.words);
  return words.length === 0
    ? doubt("dateWithin", written, { date })
    : question("wordsUnsettled", written, { words: words.join(", "), date });
}

function preserveWords(value: string, written: string): PartialDate {
  return { value, text: value === written || written.length > LONGEST_TEXT ? "" : written };
}
