import type { PartialDate } from "@/lib/domain/time/partial-date";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import { saysNothing } from "./absence";
import { doubt, type Finding } from "./finding";

const DAY = 86_400_000;
/** Day 0 of a spreadsheet; 1900 was no leap year, which its serial numbers ignore. */
const SERIAL_ORIGIN = Date.UTC(1899, 11, 30);
const WRITTEN =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|(?:\d{1,2}(?:er)?\s+)?\p{L}{3,9}\.?\s+\d{4}|(?<![\d/])\d{1,2}\/\d{4}/gu;

/** `date` is null when the cell is empty or no date; `unread` keeps the words of the latter. */
export type DateReading = { date: PartialDate | null; unread: string; doubts: Finding[] };

/** Reads the cell of a date, as precise as it was written, with or without a time of day after it. */
export function readDate(text: string): DateReading {
  const written = text.trim();
  if (saysNothing(written)) return { date: null, unread: "", doubts: [] };
  const date = readPartialDate(dropTime(written));
  if (date) return { date: { ...date, text: date.text.slice(0, 100) }, unread: "", doubts: [] };
  return readSerial(written) ?? { date: null, unread: written, doubts: [doubt("notADate", written)] };
}

/** Every date written among other words, in its order. */
export function datesIn(text: string): { date: PartialDate; index: number }[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) => {
    const date = readPartialDate(match[0]);
    return date ? [{ date, index: match.index }] : [];
  });
}

/** 46033 is the 11th of January 2026 once a spreadsheet program lost the format of the cell. */
function readSerial(text: string): DateReading | null {
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
  if (serial < 30_000 || serial > 60_000) return null;
  const value = new Date(SERIAL_ORIGIN + serial * DAY).toISOString().slice(0, 10);
  return { date: { value, text }, unread: "", doubts: [doubt("dateFromSerial", text, { date: value })] };
}

function dropTime(text: string): string {
  return text.replace(/(?:T|\s+)\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/, "");
}
