import { CELL_STATES } from "@/lib/domain/authorisation/authorisation-status";
import { NOTICE_LACKS } from "@/lib/domain/breach/notice-lacks";
import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import { TRANSFER_RULES } from "@/lib/domain/transfer/transfer-rules";
import { CALL_CODES, type ComplianceDuty, NO_CONTRACT, registerCodes, UNLISTED } from "./duties";

/** Everything that a row can lack under each duty, each once: both registers ask some of the same. */
export const FINDING_CODES: Record<ComplianceDuty, readonly string[]> = {
  register: [...new Set([...registerCodes("processor"), ...registerCodes("controller")])],
  contract: [NO_CONTRACT, ...CLAUSE_IDS],
  instructions: ["received", "checked"],
  "sub-processors": [UNLISTED, ...CELL_STATES.filter((state) => state !== "active")],
  transfers: TRANSFER_RULES.map(({ id }) => id),
  breaches: NOTICE_LACKS,
  calls: CALL_CODES,
  reviews: ["record", "transfer"],
};
