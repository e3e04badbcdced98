import { CELL_STATES } from "@/lib/domain/authorisation/authorisation-status";
import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import { countedCodes } from "@/lib/domain/processing-record/completeness";
import { TRANSFER_RULES } from "@/lib/domain/transfer/transfer-rules";
import { type ComplianceDuty, NO_CONTRACT, UNLISTED } from "./duties";

/** Everything that a row can lack under each duty. */
export const FINDING_CODES: Record<ComplianceDuty, readonly string[]> = {
  register: [...countedCodes("processor"), ...countedCodes("controller")],
  contract: [NO_CONTRACT, ...CLAUSE_IDS],
  instructions: ["received", "checked"],
  "sub-processors": [UNLISTED, ...CELL_STATES.filter((state) => state !== "active")],
  transfers: TRANSFER_RULES.map(({ id }) => id),
  breaches: ["late", "told-late"],
  reviews: ["record", "transfer"],
};
