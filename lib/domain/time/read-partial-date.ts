import { itemAt } from "@/lib/domain/invariant/required";
import { isPartialDateValue, type PartialDate } from "./partial-date";

// Names and abbreviations of the months in French, English, Dutch, Spanish, German and Italian, without accents; in
// Arabic as Morocco, Egypt and the Levant name them.
const MONTH_NAMES = [
  "janvier janv jan january januari enero ene januar janner gennaio genn gen يناير كانون_الثاني",
  "fevrier fevr fev february feb februari febrero februar feber febbraio febb فبراير شباط",
  "mars mar march maart mrt marzo marz مارس اذار",
  "avril avr april apr abril abr aprile ابريل نيسان",
  "mai may mei mayo maggio magg mag ماي مايو ايار",
  "juin june jun juni junio giugno giu يونيو حزيران",
  "juillet juil july jul juli julio luglio lug يوليوز يوليو تموز",
  "aout aou august aug augustus agosto ago غشت اغسطس اب",
  "septembre sept sep september septiembre setiembre settembre sett set شتنبر سبتمبر ايلول",
  "octobre oct october oktober okt octubre ottobre ott اكتوبر تشرين_الاول",
  "novembre nov november noviembre نونبر نوفمبر تشرين_الثاني",
  "decembre dec december diciembre dic dezember dez dicembre دجنبر ديسمبر كانون_الاول",
];
const MONTHS = new Map(
  MONTH_NAMES.flatMap((names, at) =>
    names.split(" ").map((name) => [name.replaceAll("_", " "), at + 1] as const),
  ),
);

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
  return match && join(itemAt(match, 1), match[2], match[3]);
}

/** "01/07/2019", "3/2/25", "3.2.2025", "03/2024": the day stands first, as in French. */
function readFigures(text: string): string | null {
  const match = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (!match || (!match[1] && itemAt(match, 3).length === 2)) return null;
  return join(itemAt(match, 3), match[2], match[1]);
}

/**
 * "1er mars 2024", "mars 2024", "March 1, 2024", "3 de marzo de 2024", "1. März 2024", "15-mars-24"; "mars-24" is a month,
 * where "mars 24" might be a day.
 */
function readWords(text: string): string | null {
  const match =
    /^(?:(\d{1,2})(?:er|st|nd|rd|th|[.º°ª])?[\s-](?:de |di )?)?(\p{L}+(?: ال\p{L}+)?)[.,]?[\s-](?:de |del |di )?(\d{4})$/u.exec(
      text,
    ) ??
    /^(?:(\d{1,2})[\s-])?(\p{L}+)\.?[-'](\d{2})$/u.exec(text) ??
    reorder(/^(\p{L}+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$/u.exec(text));
  if (!match) return null;
  const [, day, name = "", year = ""] = match;
  const month = MONTHS.get(name);
  return month ? join(year, String(month), day) : null;
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
  return (
    text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC")
      .toLowerCase()
      .replace(/[أإآ]/g, "ا")
      // Arabic and Persian figures.
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (figure) => String(figure.charCodeAt(0) & 15))
      .replace(/[\u200e\u200f]/g, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}
