import type { SubProcessorContent } from "./content";
import type { LinkedTransfer } from "./use-requirements";
import type { SubProcessorSection } from "./sections";

/** Sub-processor with the transfers to it, assessed under the law of a calendar date. */
export type SubProcessorAssessment = {
  content: SubProcessorContent;
  transfers: readonly LinkedTransfer[];
  on: string;
};

/** Words: `sub-processor-gaps.rules.<rule>`. */
export type SubProcessorGap = {
  rule: string;
  level: "required" | "advisable";
  article: string;
  /** "transfers" is mended on the sheet of a transfer. */
  section: SubProcessorSection | "transfers";
  field: string;
  /** The link of the chain that lacks it. */
  linkId?: string;
};
