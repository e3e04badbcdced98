/** The value of some work, or its failure, no sooner than after `ms`: work that is shorter tells nothing by its length. */
export async function atLeast<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const pause = new Promise((resolve) => setTimeout(resolve, ms));
  const [outcome] = await Promise.allSettled([work(), pause]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
