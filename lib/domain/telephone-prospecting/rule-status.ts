import { isInForce } from "@/lib/domain/statute/dated";
import type { ProspectingRule } from "./statute";

/** Status of a rule on a day: in force, perhaps so where sources differ, not yet, or no more. */
export type RuleStatus = "in-force" | "uncertain" | "not-yet" | "ended";

export function ruleStatusOn(rule: ProspectingRule, day: string): RuleStatus {
  if (isInForce(rule, day)) return "in-force";
  if (rule.mayHold && isInForce(rule.mayHold, day)) return "uncertain";
  return day < rule.from ? "not-yet" : "ended";
}
