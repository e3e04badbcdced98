import type { LineAnswer } from "@/lib/domain/choice/list-line";
import type { JudgedFinding } from "@/lib/domain/telephone-prospecting/judged-finding";
import type { Permission } from "./permission";

/** Answer of one line of a list: the worst reason, of which a choice of the person is named before any other. */
export function lineAnswerOf({ verdict, reasons }: Permission): LineAnswer {
  // Among doubts of one weight, words that may be an objection come first: somebody has to read them before anybody calls.
  const doubt = verdict === "doubtful" ? reasons.find(({ kind }) => kind === "pending") : undefined;
  const worst = doubt ?? reasons[0];
  if (!worst) return "none";
  if (verdict === "allowed" && isBySale(reasons)) return "sale";
  if (worst.kind === "choice") return worst.reason;
  if (worst.kind === "pending") return worst.objection.isDoubtful ? "pendingDoubt" : "pending";
  if (worst.kind === "campaign") return verdict === "refused" ? "campaignBarred" : "campaignDoubt";
  if (worst.kind === "abroad") return "abroad";
  return verdict === "refused" ? ruleAnswerOf(worst.finding) : "ruleDoubt";
}

/** True of a message without consent that the sale of its campaign allows, L34-5 CPCE. */
function isBySale(reasons: Permission["reasons"]): boolean {
  return reasons.some((one) => one.kind === "rule" && one.finding.reason === "written-sale");
}

/** Answers of what is found of a message, by the key of its reason. */
const OF_MESSAGES: Readonly<Record<string, LineAnswer>> = {
  "written-sale-unmet": "saleUnmet",
  "written-sale-unknown": "saleUnknown",
  "consent-none": "noConsent",
  "written-consent-unknown": "noConsent",
  "consent-withdrawn": "withdrawn",
  "consent-expired": "expired",
};

function ruleAnswerOf({ rule, reason }: JudgedFinding): LineAnswer {
  if (rule === "T19") return OF_MESSAGES[reason] ?? "forbidden";
  if (rule === "T6" || rule === "house-attempts") return "frequency";
  if (rule === "house-consent") return "houseConsent";
  return rule === "T5a" || rule === "T5b" || isClosing(rule) ? "closedDay" : "forbidden";
}

function isClosing(rule: JudgedFinding["rule"]): boolean {
  return rule === "house-hours" || rule === "house-days";
}
