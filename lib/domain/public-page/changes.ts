import { z } from "zod";

/** A sub-processor as the public page shows it. */
export const publishedSubProcessorSchema = z.object({
  id: z.string(),
  name: z.string(),
  service: z.string(),
  /** Country of its seat. */
  country: z.string().nullable(),
  /** Seat, sites and remote access. */
  countries: z.array(z.string()),
});
export type PublishedSubProcessor = z.output<typeof publishedSubProcessorSchema>;

export type PublishedChange =
  | { kind: "added"; now: PublishedSubProcessor }
  | { kind: "changed"; before: PublishedSubProcessor; now: PublishedSubProcessor }
  | { kind: "ended"; before: PublishedSubProcessor };

/** Compares two lists by what a reader of the page sees; what was changed and changed back differs in nothing. */
export function compareSubProcessors(
  before: readonly PublishedSubProcessor[],
  now: readonly PublishedSubProcessor[],
): PublishedChange[] {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const later = new Set(now.map(({ id }) => id));
  const present = now.flatMap((one): PublishedChange[] => {
    const was = earlier.get(one.id);
    if (!was) return [{ kind: "added", now: one }];
    return describe(was) === describe(one) ? [] : [{ kind: "changed", before: was, now: one }];
  });
  const ended = before.filter(({ id }) => !later.has(id));
  return [...present, ...ended.map((one): PublishedChange => ({ kind: "ended", before: one }))];
}

/** Writes what is shown; countries have no order. */
function describe({ name, service, country, countries }: PublishedSubProcessor): string {
  return JSON.stringify([name, service, country, [...countries].sort()]);
}
