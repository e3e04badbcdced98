/** Young deaths of a worker in a row, and the wait before the next start. Times are in milliseconds. */
export type Backoff = { failures: number; delay: number };

const youth = 60_000;
const longest = 30_000;

/** Replaces a worker that lived a minute at once; doubles the wait after one that died young. */
export function nextBackoff({ failures }: { failures: number }, lifetime: number): Backoff {
  if (lifetime >= youth) return { failures: 0, delay: 0 };
  return { failures: failures + 1, delay: Math.min(longest, 500 * 2 ** failures) };
}
