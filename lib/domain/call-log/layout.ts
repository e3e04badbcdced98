import type { Zone } from "@/lib/domain/time/zones";
import type { TimeFormat } from "./read-instant";

/**
 * Meanings of columns of a dialler's log: the number called, the country code before it and its country, the instant or its day and hour
 * apart, the disposition, the number shown, the dialler's own name of the call, and a column that tells other lines apart.
 */
export const LOG_FIELDS = [
  "number",
  "prefix",
  "country",
  "at",
  "clock",
  "status",
  "shown",
  "callId",
  "filter",
] as const;
export type LogField = (typeof LOG_FIELDS)[number];

export const LOG_DELIMITERS = [";", ",", "\t", "|"] as const;
export const LOG_ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1256",
  "iso-8859-15",
  "macintosh",
] as const;

/** Reading of a log: where each column is, counted from 0, and how instants and numbers are written. */
export type CallLayout = {
  columns: Record<LogField, number | null>;
  hasHead: boolean;
  delimiter: (typeof LOG_DELIMITERS)[number];
  encoding: (typeof LOG_ENCODINGS)[number];
  timeFormat: TimeFormat;
  /** Zone of instants that are written without an offset. */
  zone: Zone;
  /** Digits that are dialled before the number to leave the exchange. */
  dialPrefix: string;
  /** Country, ISO 3166, of numbers without a code that several countries have; null where nobody was asked. */
  numberCountry: string | null;
  /** Meaning of the column `country`, where numbers contradict it; "" where nobody was asked. */
  countryColumn: "" | "numbers" | "aside";
  /** Value of the column `filter` on the lines that are read; "" reads them all. */
  onlyValue: string;
};

export const NO_COLUMNS: CallLayout["columns"] = {
  number: null,
  prefix: null,
  country: null,
  at: null,
  clock: null,
  status: null,
  shown: null,
  callId: null,
  filter: null,
};

/** The head by which a layout is found again: the same names in the same order, whatever their case and spaces. */
export function headOf(cells: readonly string[]): string {
  return cells.map((cell) => cell.trim().toLowerCase().replace(/\s+/g, " ")).join("\u001f");
}
