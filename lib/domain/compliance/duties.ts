import { CLAUSE_IDS, clauseOf, type ClauseId } from "@/lib/domain/contract/clauses";
import { articleOfCode, countedCodes } from "@/lib/domain/processing-record/completeness";
import { TRANSFER_RULES } from "@/lib/domain/transfer/transfer-rules";

/** Duties owed to every controller, in the order of the matrix. */
export const DUTIES = [
  "register",
  "contract",
  "instructions",
  "sub-processors",
  "transfers",
  "breaches",
  "calls",
  "reviews",
] as const;
export type ComplianceDuty = (typeof DUTIES)[number];

/** Provision that each duty comes from. */
export const DUTY_ARTICLES: Record<ComplianceDuty, string> = {
  register: "30(2)",
  contract: "28(3)",
  instructions: "28(3)(a)",
  "sub-processors": "28(2)",
  transfers: "44",
  breaches: "33(2)",
  // Calls to sell outside the law are outside instructions.
  calls: "28(3)(a)",
  reviews: "30(4)",
};

/** Code of a controller that is served without a contract in force. */
export const NO_CONTRACT = "none";

/** Code of an entry that names a sub-processor that is not on the list. */
export const UNLISTED = "unlisted";

/** Codes of a campaign that something forbids today, and of a log with calls outside instructions that are not settled. */
export const CALL_CODES = ["forbidden", "outside"] as const;

/**
 * Codes of entries that another duty answers for. An entry lacks this one while a sub-processor that it names may not be
 * used, art. 28(2), which the duty of sub-processors judges for each of them: counted here too, one fact would be two.
 */
const OF_OTHER_DUTIES: readonly string[] = ["SUB-28-2"];

/** Codes that an entry of a register lacks under the duty of the register. */
export function registerCodes(capacity: Parameters<typeof countedCodes>[0]): string[] {
  return countedCodes(capacity).filter((code) => !OF_OTHER_DUTIES.includes(code));
}

/** Key of the row of what the organisation does for itself, beside the ids of controllers. */
export const OWN = "own";

/** Provision that a lack of one code offends; the duty's own where the code has none. */
export function articleOf(duty: ComplianceDuty, code: string): string {
  return ownArticle(duty, code) ?? DUTY_ARTICLES[duty];
}

function ownArticle(duty: ComplianceDuty, code: string): string | undefined {
  switch (duty) {
    case "register":
      return articleOfCode(code);
    case "contract":
      return isClause(code) ? clauseOf(code).article : undefined;
    case "transfers":
      return TRANSFER_RULES.find(({ id }) => id === code)?.article;
    case "sub-processors":
      return code === "to-sign" ? "28(4)" : undefined;
    case "instructions":
    case "breaches":
    case "calls":
    case "reviews":
      return undefined;
  }
}

function isClause(code: string): code is ClauseId {
  return CLAUSE_IDS.some((id) => id === code);
}

/** State of one duty towards one controller: nothing to judge, met, or how much lacks. */
export type CellState = "none" | "met" | "lacking";

export type Cell = { subjects: number; lacking: number };

export function cellState({ subjects, lacking }: Cell): CellState {
  if (subjects === 0) return "none";
  return lacking === 0 ? "met" : "lacking";
}
