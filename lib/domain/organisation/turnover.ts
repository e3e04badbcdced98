import type { Issue } from "@/lib/domain/outcome/outcome";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";

/** A turnover is entered in euros, or in dirhams with the rate that makes euros of them. */
export const CURRENCIES = ["EUR", "MAD"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** The group's worldwide turnover of one financial year, as it is kept. Every amount is exact: no float touches it. */
export type Turnover = {
  /** Decimal text with a point, "1234567.89"; "" while nobody has said. */
  turnoverAmount: string;
  turnoverCurrency: Currency;
  /** Dirhams for one euro, "10.7345"; "" for euros. */
  turnoverRate: string;
  /** ISO calendar date of that rate; "" for euros. */
  turnoverRateOn: string;
  /** ISO calendar date on which the financial year ended. */
  turnoverYearEnd: string;
};

const AMOUNT_DECIMALS = 2;
const RATE_DECIMALS = 6;

/** "1 234 567,89", "1,234,567.89" → "1234567.89". Null when it is no amount, or finer than a cent. */
export function readAmount(text: string): string | null {
  return readDecimal(text, AMOUNT_DECIMALS);
}

/**
 * "10,7345" → "10.7345", and "10,734" → "10.734": nobody gives thousands for one euro, so no figure is asked again.
 * Null when it is no rate; zero is none.
 */
export function readRate(text: string): string | null {
  const match = /^0*(\d{1,9})(?:[.,](\d+))?$/.exec(withoutSpaces(text));
  if (!match) return null;
  const [, units = "", fraction = ""] = match;
  if (fraction.length > RATE_DECIMALS) return null;
  const rate = fraction === "" ? units : `${units}.${fraction}`;
  return scaled(rate, RATE_DECIMALS) === 0n ? null : rate;
}

/** In euro cents, rounded down to the cent; null while no amount, or no rate for dirhams, is said. */
export function turnoverCents(turnover: Turnover): bigint | null {
  if (turnover.turnoverAmount === "") return null;
  const cents = scaled(turnover.turnoverAmount, AMOUNT_DECIMALS);
  if (turnover.turnoverCurrency === "EUR") return cents;
  if (turnover.turnoverRate === "") return null;
  return (cents * 10n ** BigInt(RATE_DECIMALS)) / scaled(turnover.turnoverRate, RATE_DECIMALS);
}

/** A year that is not over is not the preceding one, and a rate of tomorrow is nobody's. */
export function turnoverIssue(turnover: Turnover, today: string): Issue | null {
  if (turnover.turnoverYearEnd > today) return { path: "turnoverYearEnd", key: "future" };
  return turnover.turnoverRateOn > today ? { path: "turnoverRateOn", key: "future" } : null;
}

export type TurnoverNote = "stale-year" | "stale-rate";

/**
 * Articles 83(4) and (5) "the preceding financial year": notes that a later financial year has ended, or that
 * the rate is more than a year old. Neither text fixes the day of the rate.
 */
export function turnoverNotes(turnover: Turnover, today: string): TurnoverNote[] {
  const { turnoverAmount, turnoverYearEnd, turnoverRateOn } = turnover;
  if (turnoverAmount === "") return [];
  const isYearStale = turnoverYearEnd !== "" && addMonthsToDay(turnoverYearEnd, 12) <= today;
  const isRateStale = turnoverRateOn !== "" && addMonthsToDay(turnoverRateOn, 12) < today;
  return [...(isYearStale ? ["stale-year" as const] : []), ...(isRateStale ? ["stale-rate" as const] : [])];
}

/** 123456789n cents → "1234567.89". */
export function centsAsDecimal(cents: bigint): string {
  const digits = cents.toString().padStart(AMOUNT_DECIMALS + 1, "0");
  return `${digits.slice(0, -AMOUNT_DECIMALS)}.${digits.slice(-AMOUNT_DECIMALS)}`;
}

/** Thousands may be parted by a space, or by whichever of comma and point is not the decimal one. */
function readDecimal(text: string, decimals: number): string | null {
  const match = /^(\d{1,3}([.,])\d{3}(?:\2\d{3})*|\d+)(?:([.,])(\d+))?$/.exec(withoutSpaces(text));
  if (!match) return null;
  const [, whole = "", group, point, fraction = ""] = match;
  // "1,234" may be a thousand and more, or one and a bit: it is asked again rather than guessed.
  if (group !== undefined && (group === point || (point === undefined && isOneGroup(whole)))) return null;
  if (fraction.length > decimals) return null;
  const units = whole.replace(/[.,]/g, "").replace(/^0+(?=\d)/, "");
  if (units.length > 15) return null;
  return fraction === "" ? units : `${units}.${fraction}`;
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f'’]/g, "");
}

function isOneGroup(whole: string): boolean {
  return whole.replace(/[^.,]/g, "").length === 1;
}

/** "10.7345" at six decimals → 10734500n. */
function scaled(decimal: string, decimals: number): bigint {
  const [units = "0", fraction = ""] = decimal.split(".");
  return BigInt(units + fraction.padEnd(decimals, "0"));
}
