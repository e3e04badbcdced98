import { itemAt } from "@/lib/domain/invariant/required";
import { dayParts } from "./day-parts";
import zoneData from "./zone-data.json" with { type: "json" };

/** Zones whose rules are shipped: where the agents sit, where those they call may live, and where the controllers are. */
export const ZONES = [
  "Africa/Casablanca",
  "Europe/Paris",
  "Europe/Amsterdam",
  "Europe/Athens",
  "Europe/Berlin",
  "Europe/Bratislava",
  "Europe/Brussels",
  "Europe/Bucharest",
  "Europe/Budapest",
  "Europe/Copenhagen",
  "Europe/Dublin",
  "Europe/Helsinki",
  "Europe/Lisbon",
  "Europe/Ljubljana",
  "Europe/London",
  "Europe/Luxembourg",
  "Europe/Madrid",
  "Europe/Malta",
  "Europe/Monaco",
  "Europe/Oslo",
  "Europe/Prague",
  "Europe/Riga",
  "Europe/Rome",
  "Europe/Sofia",
  "Europe/Stockholm",
  "Europe/Tallinn",
  "Europe/Vaduz",
  "Europe/Vienna",
  "Europe/Vilnius",
  "Europe/Warsaw",
  "Europe/Zagreb",
  "Europe/Zurich",
  "Asia/Nicosia",
  "Atlantic/Reykjavik",
  "Africa/Abidjan",
  "Africa/Algiers",
  "Africa/Dakar",
  "Africa/Tunis",
  "America/Edmonton",
  "America/Halifax",
  "America/Toronto",
  "America/Vancouver",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "America/Miquelon",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Pacific/Gambier",
  "Pacific/Marquesas",
  "Pacific/Noumea",
  "Pacific/Tahiti",
  "Pacific/Wallis",
] as const;
export type Zone = (typeof ZONES)[number];

/** The release of the IANA data that is shipped, "2026d". */
export const IANA_VERSION: string = zoneData.version;

type Transition = [atSeconds: number, offsetMinutes: number];
/** Minutes since the change before, or since 1970 of the first, which repeat and so are small once packed; and the offset. */
type ShippedChange = [minutesSince: number, offsetMinutes: number];
// TypeScript reads the pairs of a JSON file as number[]; the test compares every one with IANA's.
const SHIPPED = zoneData.zones as unknown as Record<Zone, ShippedChange[] | Zone>;
const UNPACKED = new Map<Zone, Transition[]>();

/** A clock on a wall. `month` and `day` count from 1; `weekday` is ISO 8601's, Monday 1 to Sunday 7. */
export type LocalParts = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
};

/** Local date and time; the time may be left out. */
export type LocalTime = Pick<LocalParts, "year" | "month" | "day"> &
  Partial<Pick<LocalParts, "hour" | "minute" | "second">>;

/**
 * Choice of instant for an hour that occurs twice or never. "compatible" takes the first of two, and after a
 * gap continues by the old offset (a skipped 02:30 is 03:30); "earlier" and "later" take that side in both
 * cases. Temporal defines these names.
 */
export type Disambiguation = "compatible" | "earlier" | "later";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Minutes east of UTC at an instant. Before 2000 the offset of 1 January 2000, after 2100 the last one. */
export function offsetAt(zone: Zone, instantMs: number): number {
  const transitions = transitionsOf(zone);
  let low = 0;
  let high = transitions.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (itemAt(transitions, middle)[0] * 1000 <= instantMs) low = middle;
    else high = middle - 1;
  }
  return itemAt(transitions, low)[1];
}

/** The file says the rules that several zones share once, under the first of them. */
function transitionsOf(zone: Zone): Transition[] {
  const shipped = SHIPPED[zone];
  if (typeof shipped === "string") return transitionsOf(shipped);
  const known = UNPACKED.get(zone);
  if (known) return known;
  let minutes = 0;
  const transitions = shipped.map(([since, offset]): Transition => [(minutes += since) * 60, offset]);
  UNPACKED.set(zone, transitions);
  return transitions;
}

/** 60 → "+01:00", -570 → "-09:30", 0 → "+00:00". */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** Hour and minute on the walls of a zone, "09:05". */
export function clockIn(zone: Zone, instantMs: number): string {
  const { hour, minute } = localParts(zone, instantMs);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** Converts an instant to local time. */
export function localParts(zone: Zone, instantMs: number): LocalParts {
  const wall = new Date(instantMs + offsetAt(zone, instantMs) * MINUTE);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: wall.getUTCDay() || 7,
  };
}

/** The instant, in milliseconds, at which the clock says so. Two changes of a zone never come within two days. */
export function instantOf(
  zone: Zone,
  local: LocalTime,
  disambiguation: Disambiguation = "compatible",
): number {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = local;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  // On all but a few days the offset is constant: one candidate suffices.
  if (before === after) return wall - before * MINUTE;
  const candidates = [wall - before * MINUTE, wall - after * MINUTE];
  const real = candidates.filter((instant) => instant + offsetAt(zone, instant) * MINUTE === wall);
  if (real.length === 0) return itemAt(candidates, disambiguation === "earlier" ? 1 : 0);
  return disambiguation === "later" ? Math.max(...real) : Math.min(...real);
}

/** The instant, in milliseconds, of "14:30" on "2026-11-24" in a zone. */
export function instantAt(zone: Zone, isoDay: string, time: string): number {
  const [hour, minute] = time.split(":").map(Number);
  return instantOf(zone, { ...dayParts(isoDay), hour, minute });
}

/** True of a time that the clocks of a zone show on a day; false of one that they skip when they are put forward. */
export function isOnClock(zone: Zone, isoDay: string, time: string): boolean {
  return clockIn(zone, instantAt(zone, isoDay, time)) === time;
}

/** The first millisecond of "2026-11-24" in a zone, which need not be midnight. */
export function startOfDay(zone: Zone, isoDay: string): number {
  return instantOf(zone, dayParts(isoDay));
}

/** The last millisecond of a day in a zone; the day may have had 23 or 25 hours. */
export function endOfDay(zone: Zone, isoDay: string): number {
  const { year, month, day } = dayParts(isoDay);
  return instantOf(zone, { year, month, day: day + 1 }) - 1;
}

/** The date on the wall, "2026-11-24". */
export function todayIn(zone: Zone, nowMs: number): string {
  return new Date(nowMs + offsetAt(zone, nowMs) * MINUTE).toISOString().slice(0, 10);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
