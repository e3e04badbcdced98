import type { RetiredMeasure } from "@/lib/domain/measure/types";

/**
 * Article 3: established in the Union (3(1)), targeting persons in it (3(2)), or bound by its contracts
 * alone.
 */
export const GDPR_BINDINGS = ["union-establishment", "direct-3-2", "contractual-only"] as const;
export type GdprBinding = (typeof GDPR_BINDINGS)[number];

/** A procedure of the DPO as other documents refer to it. */
export type NamedProcedure = {
  id: string;
  reference: string;
  title: string;
  /** "running" or "withdrawn". */
  state: string;
  versions: readonly { inForceFrom: string }[];
};

/** Facts of an organisation that the rules of its register read. */
export type OrganisationFacts = {
  legalName: string;
  /** ISO 3166-1 alpha-2 of the establishment. */
  country: string;
  address: string;
  email: string;
  phone: string;
  dpoName: string;
  dpoEmail: string;
  dpoPhone: string;
  hasNoDpo: boolean;
  /** Name and contact details, 30(2)(a). */
  euRepresentative: string;
  /** ISO alpha-2 of the State where the representative is established, "" while unsaid. */
  euRepresentativeCountry: string;
  euRepresentativeAbsentReason: string;
  gdprBinding: GdprBinding;
  /** Countries where agents sit or from which data are seen, ISO alpha-2. */
  siteCountries: string[];
  /** Measures it no longer takes, though an entry may still name them. */
  retiredMeasures?: readonly RetiredMeasure[];
  /** Procedures of its DPO, which an entry may name. */
  procedures?: readonly NamedProcedure[];
};

/**
 * Basis of a duty: the GDPR itself (3(1), 3(2)), the contract (28(3), SCC), or good practice where neither
 * requires the register.
 */
export type DutyBasis = "statutory" | "contractual" | "good-practice";
