import { lastConsentDay } from "@/lib/domain/statute/telephone-consent";
import { namesProof } from "./named-proof";
import { addDaysToDay, addMonthsToDay, isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantAt, startOfDay, todayIn } from "@/lib/domain/time/zones";

/** Cells of one line of a file of consents, as they are written. */
export type ConsentCells = Record<
  "number" | "givenOn" | "validUntil" | "duration" | "proof" | "wording",
  string
>;

/** Reasons for which a line is refused, in the order in which they are looked for. */
export const LINE_REFUSALS = [
  "number",
  "country",
  "given",
  "ahead",
  "until",
  "order",
  "tooLong",
  "proof",
  "numberInProof",
  "denied",
  "unanswered",
] as const;
export type LineRefusal = (typeof LINE_REFUSALS)[number];

/** Clock by which a day without an hour, and an hour without a zone, are read. */
export const CONSENT_ZONE = "Europe/Paris";
const MOST_PROOF = 300;
/** Figures that identify a number without its country. */
const OWN_FIGURES = 9;

/**
 * The day that was stated, where a line had no hour: midnight in Paris stands for it. Null of an instant within a day.
 */
export function statedDay(instant: number): string | null {
  const day = todayIn(CONSENT_ZONE, instant);
  return startOfDay(CONSENT_ZONE, day) === instant ? day : null;
}

/** `validUntil` is null of a line that states no end: when the consent ends is unknown, R223-1. */
export type ConsentLine = { givenAt: number; validUntil: string | null; proof: string };

/**
 * Reads a line whose number is `number` in E.164, null where it is none. A day without an hour begins at midnight, so that
 * a refusal of that day stands. No proof may hold the number, which is stored nowhere.
 */
export function readConsentLine(
  cells: ConsentCells,
  { number, now }: { number: string | null; now: number },
): ConsentLine | LineRefusal {
  if (number === null) return "number";
  const givenAt = readInstant(cells.givenOn);
  if (givenAt === null) return "given";
  if (givenAt > now) return "ahead";
  const givenOn = todayIn(CONSENT_ZONE, givenAt);
  const validUntil = readEnd(cells, givenOn);
  if (validUntil === "unreadable") return "until";
  if (validUntil !== null && validUntil < givenOn) return "order";
  if (validUntil !== null && validUntil > lastConsentDay(givenOn)) return "tooLong";
  const proof = [cells.proof, cells.wording]
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(" · ");
  if (!namesProof(cells.proof) || proof.length > MOST_PROOF) return "proof";
  if (holdsNumber(proof, number)) return "numberInProof";
  return { givenAt, validUntil, proof };
}

/** True where a text holds a number, however it is written. */
export function holdsNumber(text: string, number: string): boolean {
  return text.replace(/\D/g, "").includes(number.slice(-OWN_FIGURES));
}

/** Last day: the one that is written, or the one before the end of the duration, "12 mois", "6", "90 jours"; null of neither. */
function readEnd({ validUntil, duration }: ConsentCells, givenOn: string): string | "unreadable" | null {
  if (validUntil.trim() !== "") return readDay(validUntil) ?? "unreadable";
  if (duration.trim() === "") return null;
  const [, count, unit = ""] = /^(\d{1,4})\s*(\p{L}*)\.?$/u.exec(duration.trim()) ?? [];
  if (!count) return "unreadable";
  if (unit === "" || /^m/i.test(unit)) return addDaysToDay(addMonthsToDay(givenOn, Number(count)), -1);
  if (/^(?:j|d)/i.test(unit)) return addDaysToDay(givenOn, Number(count) - 1);
  return /^(?:a|y)/i.test(unit)
    ? addDaysToDay(addMonthsToDay(givenOn, Number(count) * 12), -1)
    : "unreadable";
}

/** "2026-10-01", "01/10/2026", "01-10-2026", "01.10.2026" → "2026-10-01"; days come before months. */
function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const read = year ? `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` : text.trim();
  return isCalendarDay(read) ? read : null;
}

/** Says whether a date is written day first or month first, where its figures settle that: "13/04/2026", "04/13/2026". */
export function orderOfDate(text: string): "day-first" | "month-first" | null {
  const [, first, second] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/.exec(text) ?? [];
  if (Number(first) > 12 && Number(second) <= 12) return "day-first";
  return Number(second) > 12 && Number(first) <= 12 ? "month-first" : null;
}

function readInstant(text: string): number | null {
  const written = text.trim();
  const isZoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(
    written,
  );
  if (isZoned) return instantIn(written);
  const [, dayText = "", hour, minute] =
    /^([^\sT]+)(?:[ T]+([01]?\d|2[0-3])[:h]([0-5]\d)(?::[0-5]\d)?)?$/.exec(written) ?? [];
  const day = readDay(dayText);
  if (day === null) return null;
  return hour ? instantAt(CONSENT_ZONE, day, `${hour}:${minute}`) : startOfDay(CONSENT_ZONE, day);
}

function instantIn(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
