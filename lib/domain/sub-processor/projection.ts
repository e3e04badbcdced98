import { assessSubProcessor, SUB_PROCESSOR_RULES_VERSION, summariseSubProcessorGaps } from "./completeness";
import { countriesOf } from "./scope";
import type { SubProcessorAssessment } from "./sub-processor-case";

/**
 * Columns for sorting and filtering, valid for one day; stored beside the document and computed again each
 * day.
 */
export type SubProcessorColumns = {
  name: string;
  country: string | null;
  /** Seat, sites and remote access. */
  countries: string[];
  service: string;
  contractSignedOn: string | null;
  contractEndsOn: string | null;
  requiredGaps: number;
  advisableGaps: number;
  /** Rules of what is required, each once, in their order. */
  gapCodes: string[];
  rulesVersion: number;
};

export function projectSubProcessor(assessment: SubProcessorAssessment): SubProcessorColumns {
  const { content } = assessment;
  const gaps = summariseSubProcessorGaps(assessSubProcessor(assessment));
  return {
    name: content.identity.name,
    country: content.identity.country,
    countries: countriesOf(content),
    service: content.service.service,
    contractSignedOn: content.contract.signedOn,
    contractEndsOn: content.contract.endsOn,
    requiredGaps: gaps.required,
    advisableGaps: gaps.advisable,
    gapCodes: gaps.codes,
    rulesVersion: SUB_PROCESSOR_RULES_VERSION,
  };
}
