import { adequacyUnderAll, isFreeUnder } from "@/lib/domain/statute/export-laws";
import type { SccModule } from "@/lib/domain/statute/instruments";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";

/** Requirements of use for a controller. Words: `authorisation.missing.<piece>`. */
export const USE_REQUIREMENTS = [
  "authorisation",
  "scope",
  "conditions",
  "contract",
  "location",
  "module-3",
  "assessment",
] as const;
export type UseRequirement = (typeof USE_REQUIREMENTS)[number];

/** The article that asks for each. */
export const ARTICLE_OF: Record<UseRequirement, string> = {
  authorisation: "28(2)",
  scope: "28(2)",
  conditions: "28(2)",
  contract: "28(4)",
  location: "28(2), 44",
  "module-3": "44, 46(2)",
  assessment: "46; 2021/914 cl. 14; C-311/18",
};

export type SubProcessorUse = {
  /** True once the controller agreed, or its silence counts. */
  isAuthorised: boolean;
  /**
   * True while the authorised scope equals the present one: a change of site, country or service requires a
   * new notice.
   */
  isOfScope: boolean;
  /** An authorisation under conditions: whether each was shown to be met. */
  conditions: readonly { isMet: boolean }[];
  /** The contract of 28(4) with it was signed, and has not ended. */
  hasContract: boolean;
  /** Laws under which the controller exports: chapter V asks nothing where there are none. */
  laws: readonly ExportLaw[];
  /** Countries of hosting and of access, ISO 3166-1 alpha-2, remote access included; empty: unknown. */
  countries: readonly string[];
  /** Countries whose decision of adequacy covers some importers only, and this one is shown to be among them. */
  coveredBy: readonly string[];
  /**
   * The transfer tool with it: any of article 46(2), module 3 of the clauses the usual one. It is open where nothing is
   * missing of it: signed, of its day, not void.
   */
  tool: { module: SccModule | null; isOpen: boolean } | null;
  /** The day of its transfer impact assessment; null: there is none. */
  assessedOn: string | null;
};

/**
 * Lists the missing requirements in the order in which they are obtained; empty: the sub-processor may be
 * active.
 */
export function missingFor(use: SubProcessorUse, { today }: { today: string }): UseRequirement[] {
  const leaves = use.countries.some((country) => needsTool(use, country, today));
  const lacks: Record<UseRequirement, boolean> = {
    authorisation: !use.isAuthorised,
    scope: use.isAuthorised && !use.isOfScope,
    conditions: use.isAuthorised && use.conditions.some(({ isMet }) => !isMet),
    contract: !use.hasContract,
    location: use.countries.length === 0,
    "module-3": leaves && !use.tool?.isOpen,
    assessment: leaves && !(use.assessedOn !== null && use.assessedOn <= today),
  };
  return USE_REQUIREMENTS.filter((requirement) => lacks[requirement]);
}

/** Articles 44 to 46, or those of the controller's own law: no adequacy decision covers this importer. */
function needsTool({ coveredBy, laws }: SubProcessorUse, country: string, today: string): boolean {
  if (isFreeUnder(country, { laws, on: today })) return false;
  return adequacyUnderAll(country, { laws, on: today }) === null || !coveredBy.includes(country);
}
