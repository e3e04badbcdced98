/** How often in a row a worker died young, and how long to wait before the next. Times are in milliseconds. */
export type Backoff = { failures: number; delay: number };

const youth = 60_000;
const longest = 30_000;

/** One that lived a minute was sound: it is replaced at once. One that dies young waits twice as long each time. */
export function nextBackoff({ failures }: { failures: number }, lifetime: number): Backoff {
  if (lifetime >= youth) return { failures: 0, delay: 0 };
  return { failures: failures + 1, delay: Math.min(longest, 500 * 2 ** failures) };
}
