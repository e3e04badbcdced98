import { isInForce } from "@/lib/domain/statute/dated";
import { ruleOf } from "@/lib/domain/telephone-prospecting/statute";

/** Returns the last of the days on which a list was scrubbed until `day`; "never" where none was. */
export function lastScrubOn(scrubs: readonly string[], day: string): string {
  return (
    scrubs
      .filter((scrub) => scrub <= day)
      .toSorted()
      .at(-1) ?? "never"
  );
}

/** Names what a list was scrubbed against: Bloctel while its law was in force, objections since (Loi 2025-594, art. 13). */
export function scrubKind(day: string): "bloctel" | "objections" {
  return isInForce(ruleOf("T1"), day) ? "bloctel" : "objections";
}
