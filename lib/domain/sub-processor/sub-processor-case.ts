import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";
import type { SubProcessorContent } from "./content";
import type { LinkedTransfer } from "./use-requirements";
import type { SubProcessorSection } from "./sections";

/** Controller that relies on a sub-processor, with the laws under which it exports. */
export type ReliantClient = { id: string; name: string; laws: readonly ExportLaw[] };

/** Sub-processor with the transfers to it, assessed under the law of a calendar date. */
export type SubProcessorAssessment = {
  content: SubProcessorContent;
  transfers: readonly LinkedTransfer[];
  /** Controllers that rely on it; empty: nobody in particular, whose data may stand under the strictest law. */
  clients: readonly ReliantClient[];
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
  /** Controllers for which it lacks, where the laws or a transfer of each decide. */
  clients?: readonly ReliantClient[];
};
