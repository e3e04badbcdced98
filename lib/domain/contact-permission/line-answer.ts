import type { LineAnswer } from "@/lib/domain/choice/list-line";
import type { HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import type { Permission } from "./permission";

/** Answer of one line of a list: the worst reason, of which a choice of the person is named before any other. */
export function lineAnswerOf({ reasons: [worst] }: Permission): LineAnswer {
  if (!worst) return "none";
  if (worst.kind === "choice") return worst.reason;
  return worst.kind === "pending" ? "pending" : ruleAnswerOf(worst.finding);
}

function ruleAnswerOf({ rule }: HouseFinding): LineAnswer {
  if (rule === "T6" || rule === "house-attempts") return "frequency";
  return rule === "house-consent" ? "houseConsent" : "closedDay";
}
