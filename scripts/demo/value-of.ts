import type { Outcome } from "@/lib/domain/outcome/outcome";

/** Returns the value of a successful act; a refusal aborts the demonstration. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`The example was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
