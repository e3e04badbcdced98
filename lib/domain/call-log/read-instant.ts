import { daysInMonth } from "@/lib/domain/time/partial-date";
import { instantOf, localParts, type Zone } from "@/lib/domain/time/zones";

/** Formats of an instant in a log; the first and the last may hold an offset or be one of UTC. */
export const TIME_FORMATS = ["iso", "day-first", "month-first", "epoch"] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

const OFFSET = String.raw`\s*(Z|[+-]\d{2}:?\d{2})?$`;
const CLOCK = String.raw`[ T]+(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:[.,]\d+)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${CLOCK}${OFFSET}`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${CLOCK}${OFFSET}`);
const EPOCH = /^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/;

/** Changes of a clock come on half hours: within one, an hour of a wall has one offset. */
const HALF_HOUR = 1_800_000;

export type InstantReader = {
  /** Milliseconds, or null where it is no instant. */
  read: (text: string) => number | null;
  /** Instants so far whose hour occurs twice on the walls of the zone, or never: the first of two was taken. */
  doubtful: () => number;
};

/** Reads instants to the second. Walls of a zone follow the shipped IANA data. */
export function makeInstantReader(format: TimeFormat, zone: Zone): InstantReader {
  const shifts = new Map<number, { shift: number; isDoubtful: boolean }>();
  let doubtful = 0;
  const ofWall = (wall: number): number => {
    const half = Math.floor(wall / HALF_HOUR);
    let known = shifts.get(half);
    if (!known) shifts.set(half, (known = shiftOf(zone, half * HALF_HOUR)));
    if (known.isDoubtful) doubtful += 1;
    return wall + known.shift;
  };
  return {
    doubtful: () => doubtful,
    read: (text) => {
      if (format === "epoch") return readEpoch(text);
      const plain = readPlainWall(text, format);
      if (plain !== null) return ofWall(plain);
      const written = readWall(text, format);
      if (written === null) return null;
      return written.offset === null ? ofWall(written.wall) : written.wall - written.offset * 60_000;
    },
  };
}

/** Returns the milliseconds that make an instant of a wall's time taken for UTC. */
function shiftOf(zone: Zone, wall: number): { shift: number; isDoubtful: boolean } {
  const { year, month, day, hour, minute, second } = wallParts(wall);
  const local = { year, month, day, hour, minute, second };
  const instant = instantOf(zone, local);
  const shown = localParts(zone, instant);
  const isSkipped = shown.hour !== hour || shown.minute !== minute;
  return { shift: instant - wall, isDoubtful: isSkipped || instantOf(zone, local, "later") !== instant };
}

function wallParts(wall: number) {
  const date = new Date(wall);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function readEpoch(text: string): number | null {
  if (!EPOCH.test(text)) return null;
  const value = Number(text);
  return Math.floor(value >= 1e11 ? value / 1000 : value) * 1000;
}

/** Length of "2026-08-18 10:30:00", as most diallers write it. */
const PLAIN = 19;

/**
 * Reads an instant to the second whose every digit has its place, and no offset, without a pattern; null of any other. Most
 * lines of a log have such a one.
 */
function readPlainWall(text: string, format: TimeFormat): number | null {
  const isIso = format === "iso";
  if (text.length !== PLAIN || !isDayCut(text, isIso ? 4 : 2, isIso) || !isDayCut(text, isIso ? 7 : 5, isIso))
    return null;
  if (!isClockCut(text)) return null;
  const year = isIso ? 0 : 6;
  const first = pairAt(text, isIso ? 5 : 0);
  const second = pairAt(text, isIso ? 8 : 3);
  const isDayFirst = format === "day-first";
  return wallOf({
    year: pairAt(text, year) * 100 + pairAt(text, year + 2),
    month: isDayFirst ? second : first,
    day: isDayFirst ? first : second,
    hour: pairAt(text, 11),
    minute: pairAt(text, 14),
    second: pairAt(text, 17),
  });
}

const [SPACE, LETTER_T, COLON, HYPHEN, SLASH, DOT] = [32, 84, 58, 45, 47, 46];

function isClockCut(text: string): boolean {
  const between = text.charCodeAt(10);
  const isBetween = between === SPACE || between === LETTER_T;
  return isBetween && text.charCodeAt(13) === COLON && text.charCodeAt(16) === COLON;
}

function isDayCut(text: string, at: number, isIso: boolean): boolean {
  const code = text.charCodeAt(at);
  return code === HYPHEN || code === SLASH || (code === DOT && !isIso);
}

/** Reads two digits; NaN where one is none. */
function pairAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number };

/** Milliseconds of a time on a wall, taken for UTC; null where no wall shows it. */
function wallOf({ year, month, day, hour, minute, second }: Wall): number | null {
  const isMonth = year >= 0 && month >= 1 && month <= 12;
  // Most days need not know how long their month is.
  const isDay = isMonth && day >= 1 && (day <= 28 || day <= daysInMonth(year, month));
  if (!isDay || !(hour <= 23 && minute <= 59 && second <= 59)) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** `wall` is the time that is written, taken for UTC; `offset` is in minutes east of UTC. */
function readWall(text: string, format: TimeFormat): { wall: number; offset: number | null } | null {
  const found = (format === "iso" ? YEAR_FIRST : YEAR_LAST).exec(text);
  if (!found) return null;
  const [first, second, third, hour, minute, seconds] = found
    .slice(1, 7)
    .map((part) => (part === undefined ? 0 : Number(part))) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [year, month, day] =
    format === "iso"
      ? [first, second, third]
      : format === "day-first"
        ? [third, second, first]
        : [third, first, second];
  const wall = wallOf({ year, month, day, hour, minute, second: seconds });
  return wall === null ? null : { wall, offset: readOffset(found[7]) };
}

function readOffset(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith("-") ? -minutes : minutes;
}
