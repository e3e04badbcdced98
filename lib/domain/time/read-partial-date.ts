import { isPartialDateValue, type PartialDate } from "./partial-date";

// Month names as people write them, accents and case aside; a few letters tell them apart.
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(janv|jan|يناير)/, 1],
  [/^(fev|feb|فبراير)/, 2],
  [/^(mars|mar|مارس)/, 3],
  [/^(avr|apr|ابريل|أبريل)/, 4],
  [/^(mai|may|ماي)/, 5],
  [/^(juin|jun|يونيو)/, 6],
  [/^(juil|jul|يوليوز)/, 7],
  [/^(aout|aug|غشت)/, 8],
  [/^(sept|sep|شتنبر)/, 9],
  [/^(oct|اكتوبر|أكتوبر)/, 10],
  [/^(nov|نونبر)/, 11],
  [/^(dec|دجنبر)/, 12],
];

/**
 * Reads a date as precise as it was written, day first: "2023", "mars 2024", "03/2024", "3/2/25", "1er mars 2024",
 * "2024-03-01". Two-figure years are 1980 to 2079. Null when it is no date, or one that does not exist.
 */
export function readPartialDate(text: string): PartialDate | null {
  const written = text.trim();
  const value = readValue(plain(written));
  return value && isPartialDateValue(value) ? { value, text: value === written ? "" : written } : null;
}

function readValue(text: string): string | null {
  return readYearFirst(text) ?? readFigures(text) ?? readWords(text);
}

/** "2023", "2024-03", "2024-03-01", also with / or . */
function readYearFirst(text: string): string | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  return match && join(match[1]!, match[2], match[3]);
}

/** "01/07/2019", "3/2/25", "3.2.2025", "03/2024": the day stands first, as in French. */
function readFigures(text: string): string | null {
  const match = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (!match || (!match[1] && match[3]!.length === 2)) return null;
  return join(match[3]!, match[2], match[1]);
}

/** "1er mars 2024", "mars 2024", "March 1, 2024". */
function readWords(text: string): string | null {
  const match =
    /^(?:(\d{1,2})(?:er|st|nd|rd|th)?\s+)?(\p{L}+)\.?\s+(\d{4})$/u.exec(text) ??
    reorder(/^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text));
  const month = match && MONTHS.find(([name]) => name.test(match[2]!))?.[1];
  return month ? join(match[3]!, String(month), match[1]) : null;
}

function reorder(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match && [match[0], match[2], match[1], match[3]];
}

function join(year: string, month?: string, day?: string): string {
  const full = year.length === 2 ? `${Number(year) < 80 ? 20 : 19}${year}` : year;
  return [full, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ");
}
