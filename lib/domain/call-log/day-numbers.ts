import { offsetAt, type Zone } from "@/lib/domain/time/zones";

const HALF_HOUR = 1_800_000;
const DAY = 86_400_000;

/** Numbers of the calendar days on the walls of some zones at an instant, counted from 1970. */
export type DayNumbers = (at: number) => readonly number[];

/**
 * Computes them once for each half hour: clocks of the territories differ from UTC by half hours, so that days begin on them.
 * Instants of equal days return one array, so that calls are grouped by comparing arrays by identity.
 */
export function makeDayNumbers(zones: readonly Zone[]): DayNumbers {
  const byHalf = new Map<number, readonly number[]>();
  const lists = new Map<string, readonly number[]>();
  return (at) => {
    const half = Math.floor(at / HALF_HOUR);
    const known = byHalf.get(half);
    if (known) return known;
    const days = zones.map((zone) => Math.floor((at + offsetAt(zone, at) * 60_000) / DAY));
    const key = days.join();
    const list = lists.get(key) ?? days;
    lists.set(key, list);
    byHalf.set(half, list);
    return list;
  };
}
