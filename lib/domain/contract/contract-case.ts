import { placesOf } from "@/lib/domain/organisation/places";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import { bindingUnder } from "@/lib/domain/organisation/binding";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { exportLaws, isFreeUnder } from "@/lib/domain/statute/export-laws";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";
import { clausesAskedFor, type ClauseFacts, type ClauseId } from "./clauses";
import type { ContractTermsDocument, ContractTermsSection } from "./content";
import { contractOn } from "./in-force";
import { subProcessingOf } from "./sub-processing";
import type { Contract, Instructor } from "./types";

/** Contract as in force on a calendar date, assessed under the law of that date. */
export type ContractAssessment = {
  /** Facts of the controller decide the laws that apply. */
  contract: Contract & { controller?: LawFacts | null };
  instructors: readonly Instructor[];
  organisation: Pick<OrganisationFacts, "country" | "siteCountries" | "gdprBinding">;
  on: string;
};

/** The assessment with what several rules ask of it, worked out once. */
export type ContractCase = ContractAssessment & {
  contractTerms: ContractTermsDocument;
  facts: ClauseFacts;
  asked: ReadonlySet<ClauseId>;
  /** Laws under which its controller exports; empty for a Moroccan one, whom law 09-08 alone binds. */
  exportLaws: readonly ExportLaw[];
};

/** Words: `contract-gaps.<rule>`; a clause's own under `contract-clauses`. */
export type ContractGap = {
  /** The clause it weighs on. */
  clause: ClauseId;
  /** "absent", "insufficient", "unread", or the id of one of `DEED_RULES`. */
  rule: string;
  level: "required" | "advisable";
  article: string;
  /** The section of the contract where it is mended. */
  section: ContractTermsSection | "dates" | "instructors";
  basis: "statutory" | "contractual";
};

/** The contract on that day with the clauses asked of it. */
export function openCase(assessment: ContractAssessment): ContractCase {
  const { contract, organisation, on } = assessment;
  const { contractTerms } = contractOn(contract, on);
  const laws = contract.controller
    ? exportLaws(applicableLaws(contract.controller, { on }), {
        isProcessorBound:
          bindingUnder(organisation.gdprBinding, contractTerms.terms.binding) !== "contractual-only",
      })
    : (["gdpr"] as const);
  const facts = clauseFacts(contractTerms, organisation, { on, laws });
  const asked = clausesAskedFor(facts, on)
    .map(({ id }) => id)
    .filter((id) => laws.length > 0 || id === "K26");
  return { ...assessment, contractTerms, facts, exportLaws: laws, asked: new Set(asked) };
}

/** Reads the countries of access from the organisation's sites and the contract's own list. */
export function clauseFacts(
  contractTerms: ContractTermsDocument,
  organisation: ContractAssessment["organisation"],
  { on, laws = ["gdpr"] }: { on: string; laws?: readonly ExportLaw[] },
): ClauseFacts {
  const places = [...placesOf(organisation), ...contractTerms.object.countries];
  const asked = laws.length === 0 ? (["gdpr"] as const) : laws;
  return {
    isGeneral: subProcessingOf(contractTerms, on).regime === "general",
    reachesThirdCountry: places.some((place) => !isFreeUnder(place, { laws: asked, on })),
    reachesMorocco: places.includes("MA"),
  };
}
