import { CLAUSE_IDS, clauseOf, type ClauseId } from "@/lib/domain/contract/clauses";
import { articleOfCode } from "@/lib/domain/processing-record/completeness";
import { TRANSFER_RULES } from "@/lib/domain/transfer/transfer-rules";

/** Duties owed to every controller, in the order of the matrix. */
export const DUTIES = [
  "register",
  "contract",
  "instructions",
  "sub-processors",
  "transfers",
  "breaches",
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
  reviews: "30(4)",
};

/** Code of a controller that is served without a contract in force. */
export const NO_CONTRACT = "none";

/** Code of an entry that names a sub-processor that is not on the list. */
export const UNLISTED = "unlisted";

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
