import type { Fact } from "./facts";

type Read = Pick<Fact, "kind" | "value">;

/** Fact with the written reason for which the instruction of a request is executed: the last one since it was given. */
export function writtenReasonFact<Stored extends Read>(facts: readonly Stored[]): Stored | null {
  const from = facts.findLastIndex(({ kind }) => kind === "instructed");
  if (from < 0) return null;
  return facts.slice(from).findLast(({ value }) => value.instructionReason) ?? null;
}

/** The reason itself; "" where there is none. */
export function writtenReasonOf(facts: readonly Read[]): string {
  return writtenReasonFact(facts)?.value.instructionReason ?? "";
}
