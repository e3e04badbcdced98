import type { Outcome } from "@/lib/domain/outcome/outcome";

/** What an act of the demonstration led to; one that is refused stops the making of it. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`The example was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
