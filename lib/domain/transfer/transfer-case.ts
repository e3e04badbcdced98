import type { DutyBasis, GdprBinding } from "@/lib/domain/organisation/types";
import { adequacyOn, type AdequacyDecision } from "@/lib/domain/statute/adequacy";
import { exportLawOf } from "@/lib/domain/organisation/export-law";
import { adequacyUnder, type ExportLaw } from "@/lib/domain/statute/other-adequacy";
import { isInEea } from "@/lib/domain/statute/eea";
import { judgeInstrument, type SccModule, type ToolVerdict } from "@/lib/domain/statute/instruments";
import type { Flow, TransferContent, TransferSection } from "./content";

/** Transfer assessed under the law of a calendar date. */
export type TransferAssessment = {
  content: TransferContent;
  /** Binding of the organisation for this transfer: its contract may differ from the usual binding. */
  binding: GdprBinding;
  /**
   * Country of the sending controller, which decides the law that governs the transfer; absent: the Union's.
   */
  controllerCountry?: string | null;
  on: string;
};

/** The assessment with what several rules ask of it, worked out once. */
export type TransferCase = TransferAssessment & {
  /** The destination belongs to the EEA: no transfer, art. 44. */
  isInside: boolean;
  /** A decision of art. 45 that covers the importer: the whole country, or one whose standing is told. */
  adequacy: AdequacyDecision | null;
  /** A decision for some importers only, and nobody has said that this is one of them. */
  isPartyUnknown: boolean;
  verdict: ToolVerdict | null;
  usesClauses: boolean;
  /** Null where neither the Union's law nor a like one governs what a Moroccan controller sends. */
  exportLaw: ExportLaw | null;
};

/** Words: `transfer-gaps.<rule>`. */
export type TransferGap = {
  rule: string;
  level: "required" | "advisable";
  article: string;
  section: TransferSection;
  /** Field of the section in which the gap is filled. */
  field: string;
  basis: Exclude<DutyBasis, "good-practice">;
};

/** The module by who sends and who receives: controller to processor, processor to processor. */
export const MODULE_OF: Record<Flow, SccModule> = { "to-organisation": 2, "to-sub-processor": 3 };

export function openCase(assessment: TransferAssessment): TransferCase {
  const { importer, tool } = assessment.content;
  const { on } = assessment;
  const exportLaw = lawOf(assessment);
  const decision = importer.country ? adequacyFor(importer.country, { on, exportLaw }) : null;
  const isForSome = decision !== null && decision.reach !== "country";
  const isPartyUnknown = isForSome && importer.standing === "";
  return {
    ...assessment,
    isInside: importer.country !== null && isInEea(importer.country, on),
    adequacy: isPartyUnknown ? null : decision,
    isPartyUnknown,
    verdict:
      tool.tool && judgeInstrument(tool.tool, { on, country: importer.country, concludedOn: tool.signedOn }),
    usesClauses: tool.tool === "scc-2021-914",
    exportLaw,
  };
}

/** Onward transfers of the organisation to a sub-processor follow the law of the clauses that it signed. */
function lawOf({ content, controllerCountry = null, binding, on }: TransferAssessment): ExportLaw | null {
  if (content.flow !== "to-organisation") return "gdpr";
  return exportLawOf({ country: controllerCountry, representative: "" }, { gdprBinding: binding }, on);
}

function adequacyFor(
  country: string,
  { on, exportLaw }: { on: string; exportLaw: ExportLaw | null },
): AdequacyDecision | null {
  const isOther = exportLaw === "uk" || exportLaw === "swiss";
  return isOther ? adequacyUnder(exportLaw, country, on) : adequacyOn(country, on);
}

/**
 * Chapter V binds "controllers and processors" whom the GDPR binds, art. 44. A processor outside the Union that does
 * not target persons in it is held by the clauses that it signed; its controller is held by the law itself.
 */
export function basisOf({ binding }: Pick<TransferAssessment, "binding">): TransferGap["basis"] {
  return binding === "contractual-only" ? "contractual" : "statutory";
}
