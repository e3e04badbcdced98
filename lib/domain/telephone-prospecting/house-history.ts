import { NO_TIGHTENING, type Tightening } from "./tightening";
import { minutesOf, statedClocks } from "./weekday-hours";

/** Version of a house, from an instant until the next one begins. */
export type HouseVersion = { from: number; house: Tightening };

/** Versions of a house, the first recorded first. */
export type HouseHistory = readonly HouseVersion[];

/** Counts the versions that had begun at an instant; 0 before the first. */
export function houseVersionAt(history: HouseHistory, at: number): number {
  return history.filter(({ from }) => from <= at).length;
}

/** Returns what the house asked for at an instant: a version binds the calls after it was recorded, and none before. */
export function houseAt(history: HouseHistory, at: number): Tightening {
  return history[houseVersionAt(history, at) - 1]?.house ?? NO_TIGHTENING;
}

/** Minutes on which days and hours of the law begin, and by which the clocks of the territories differ from UTC. */
const LAWFUL_MINUTES = 30;

/** Longest span in milliseconds that the hours of no version cut: calls within one are at the same hour for law and house. */
export function spanOf(history: HouseHistory): number {
  const minutes = history.flatMap(({ house }) => statedClocks(house).map(minutesOf));
  return minutes.reduce(greatestDivisor, LAWFUL_MINUTES) * 60_000;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
