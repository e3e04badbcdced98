import { assessTransfer, summariseTransferGaps, TRANSFER_RULES_VERSION } from "./completeness";
import type { TransferAssessment } from "./transfer-case";

/**
 * Columns for sorting and filtering, valid for one day; stored beside the document and computed again each
 * day.
 */
export type TransferColumns = {
  importerName: string;
  country: string | null;
  tool: string | null;
  nextReviewOn: string | null;
  requiredGaps: number;
  advisableGaps: number;
  /** Rules of what is required, each once, in their order. */
  gapCodes: string[];
  rulesVersion: number;
};

export function projectTransfer(assessment: TransferAssessment): TransferColumns {
  const { importer, tool, assessment: assessed } = assessment.content;
  const gaps = summariseTransferGaps(assessTransfer(assessment));
  return {
    importerName: importer.name,
    country: importer.country,
    tool: tool.tool,
    nextReviewOn: assessed.nextReviewOn,
    requiredGaps: gaps.required,
    advisableGaps: gaps.advisable,
    gapCodes: gaps.codes,
    rulesVersion: TRANSFER_RULES_VERSION,
  };
}
