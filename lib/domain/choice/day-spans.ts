/** Part of a day in minutes from midnight; one that ends before it begins goes over midnight, of the same day. */
export type DaySpan = { from: number; until: number };

/** Part of a day as it is stored and typed, "20:00" to "18:00". */
export type ClockSpan = { from: string; until: string };

/** Minutes of a day. */
export const DAY_MINUTES = 24 * 60;

/** Joins parts of a day: apart from each other, in their order, none over midnight. */
export function joinSpans(spans: readonly DaySpan[]): DaySpan[] {
  const ordered = spans
    .flatMap(({ from, until }) =>
      from < until
        ? [{ from, until }]
        : [
            { from: 0, until },
            { from, until: DAY_MINUTES },
          ],
    )
    .filter(({ from, until }) => from < until)
    .toSorted((one, other) => one.from - other.from);
  const joined: DaySpan[] = [];
  for (const { from, until } of ordered) {
    const last = joined.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else joined.push({ from, until });
  }
  return joined;
}

/** Gives what the parts leave of a day. */
export function restOfDay(spans: readonly DaySpan[]): DaySpan[] {
  const joined = joinSpans(spans);
  const starts = [0, ...joined.map(({ until }) => until)];
  const ends = [...joined.map(({ from }) => from), DAY_MINUTES];
  return starts.flatMap((from, index) => {
    const until = ends[index] ?? DAY_MINUTES;
    return from < until ? [{ from, until }] : [];
  });
}

/** Gives what the parts have in common with others. */
export function commonSpans(spans: readonly DaySpan[], others: readonly DaySpan[]): DaySpan[] {
  return restOfDay([...restOfDay(spans), ...restOfDay(others)]);
}

export function fillDay(spans: readonly DaySpan[]): boolean {
  return restOfDay(spans).length === 0;
}

/** Joins as `joinSpans` does, the evening and the morning beside it as one part that goes over midnight. */
export function roundSpans(spans: readonly DaySpan[]): DaySpan[] {
  const joined = joinSpans(spans);
  const [first, last] = [joined[0], joined.at(-1)];
  if (!first || !last || joined.length === 1) return joined;
  if (first.from !== 0 || last.until !== DAY_MINUTES) return joined;
  return [...joined.slice(1, -1), { from: last.from, until: first.until }];
}

export function spanOfClock({ from, until }: ClockSpan): DaySpan {
  return { from: minuteOf(from), until: minuteOf(until) };
}

/** Writes midnight as "00:00" at both ends. */
export function clockOfSpan({ from, until }: DaySpan): ClockSpan {
  return { from: clockOf(from), until: clockOf(until) };
}

function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(":").map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}

function clockOf(minutes: number): string {
  const within = minutes % DAY_MINUTES;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}
