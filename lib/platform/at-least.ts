import { setTimeout } from "node:timers/promises";

/** The value of some work, or its failure, no sooner than after `ms`: work that is shorter tells nothing by its length. */
export async function atLeast<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work(), setTimeout(ms)]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
