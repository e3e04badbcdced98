/** Tries of one letter before it is given up: the waits between them add up to about two days. */
export const MAX_ATTEMPTS = 16;

const MINUTE = 60_000;
const FIRST_WAIT = MINUTE;
const LONGEST_WAIT = 6 * 60 * MINUTE;
/** A fifth more or less, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * Returns the milliseconds to wait after try `attempts` (1, 2, …) failed: doubled each time, six hours at
 * most; null after the last. `chance` is between 0 and 1.
 */
export function waitAfter(attempts: number, chance: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1));
  return Math.round(wait * (1 + JITTER * (2 * chance - 1)));
}
