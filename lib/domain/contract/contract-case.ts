import { placesOf } from "@/lib/domain/organisation/places";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import { bindingUnder } from "@/lib/domain/organisation/binding";
import { exportLawOf } from "@/lib/domain/organisation/export-law";
import { adequacyOn } from "@/lib/domain/statute/adequacy";
import { adequacyUnder, type ExportLaw } from "@/lib/domain/statute/other-adequacy";
import { isInEea } from "@/lib/domain/statute/eea";
import { clausesAskedFor, type ClauseFacts, type ClauseId } from "./clauses";
import type { ContractTermsDocument, ContractTermsSection } from "./content";
import { contractOn } from "./in-force";
import { subProcessingOf } from "./sub-processing";
import type { Contract, Instructor } from "./types";

/** Contract as in force on a calendar date, assessed under the law of that date. */
export type ContractAssessment = {
  /** Country of the controller, which decides the law that applies. */
  contract: Contract & { controller?: { country: string | null } | null };
  instructors: readonly Instructor[];
  organisation: Pick<OrganisationFacts, "country" | "siteCountries" | "gdprBinding">;
  on: string;
};

/** The assessment with what several rules ask of it, worked out once. */
export type ContractCase = ContractAssessment & {
  contractTerms: ContractTermsDocument;
  facts: ClauseFacts;
  asked: ReadonlySet<ClauseId>;
  /** The law under which its controller exports; null for a Moroccan one, whom law 09-08 alone binds. */
  exportLaw: ExportLaw | null;
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
  const exportLaw = exportLawOf(
    { country: contract.controller?.country ?? null, representative: "" },
    { gdprBinding: bindingUnder(organisation.gdprBinding, contractTerms.terms.binding) },
    on,
  );
  const facts = clauseFacts(contractTerms, organisation, { on, law: exportLaw ?? "gdpr" });
  const asked = clausesAskedFor(facts, on)
    .map(({ id }) => id)
    .filter((id) => exportLaw !== null || id === "K26");
  return { ...assessment, contractTerms, facts, exportLaw, asked: new Set(asked) };
}

/** Reads the countries of access from the organisation's sites and the contract's own list. */
export function clauseFacts(
  contractTerms: ContractTermsDocument,
  organisation: ContractAssessment["organisation"],
  { on, law = "gdpr" }: { on: string; law?: ExportLaw },
): ClauseFacts {
  const places = [...placesOf(organisation), ...contractTerms.object.countries];
  return {
    isGeneral: subProcessingOf(contractTerms, on).regime === "general",
    reachesThirdCountry: places.some((place) => !isInEea(place, on) && !isAdequate(place, { on, law })),
    reachesMorocco: places.includes("MA"),
  };
}

/** A decision for some importers only covers nobody until they are shown to be among them. */
function isAdequate(country: string, { on, law }: { on: string; law: ExportLaw }): boolean {
  const decision = law === "gdpr" ? adequacyOn(country, on) : adequacyUnder(law, country, on);
  return decision?.reach === "country";
}
