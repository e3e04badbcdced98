import type { DutyBasis, GdprBinding } from "@/lib/domain/organisation/types";
import type { AdequacyDecision } from "@/lib/domain/statute/adequacy";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { adequacyUnderAll, exportLaws } from "@/lib/domain/statute/export-laws";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";
import { isInEea } from "@/lib/domain/statute/eea";
import { judgeInstrument, type SccModule, type ToolVerdict } from "@/lib/domain/statute/instruments";
import type { Flow, TransferContent, TransferSection } from "./content";

/** Transfer assessed under the law of a calendar date. */
export type TransferAssessment = {
  content: TransferContent;
  /** Binding of the organisation for this transfer: its contract may differ from the usual binding. */
  binding: GdprBinding;
  /** Controller whose data are sent, which decides the laws that govern the transfer; absent: nobody in particular. */
  controller?: (LawFacts & { clientRole?: string }) | null;
  /** Laws of those whose data are sent, where they are found already. */
  laws?: readonly ExportLaw[];
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
  /** Empty where neither the Union's law nor a like one governs what a Moroccan controller sends. */
  exportLaws: readonly ExportLaw[];
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

/**
 * Modules by who sends and who receives: controller to processor, processor to processor. A client may be the processor of
 * others, or have its own processor sign: module 3 comes to the organisation too.
 */
export function modulesFor(flow: Flow, clientRole: string | undefined): readonly SccModule[] {
  return flow === "to-sub-processor" || clientRole === "processor" ? [3] : [2, 3];
}

export function openCase(assessment: TransferAssessment): TransferCase {
  const { importer, tool } = assessment.content;
  const { on } = assessment;
  const laws = lawsOf(assessment);
  const decision = importer.country ? adequacyUnderAll(importer.country, { laws, on }) : null;
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
    exportLaws: laws,
  };
}

/** Data of nobody in particular may be anybody's: the Union's law, as the strictest. */
function lawsOf({ controller, laws, binding, on }: TransferAssessment): readonly ExportLaw[] {
  if (laws) return laws;
  if (!controller) return ["gdpr"];
  return exportLaws(applicableLaws(controller, { on }), { isProcessorBound: binding !== "contractual-only" });
}

/**
 * Chapter V binds "controllers and processors" whom the GDPR binds, art. 44. A processor outside the Union that does
 * not target persons in it is held by the clauses that it signed; its controller is held by the law itself.
 */
export function basisOf({ binding }: Pick<TransferAssessment, "binding">): TransferGap["basis"] {
  return binding === "contractual-only" ? "contractual" : "statutory";
}
