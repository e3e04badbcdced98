import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import { isInEea } from "@/lib/domain/statute/eea";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";
import { isHollow } from "./vagueness";

/**
 * The law of what a controller sends abroad: the Union's for one established there, or whose processing targets persons
 * in it (3(2): a representative named under article 27, a processor bound by itself); its own in Britain and Switzerland;
 * null in Morocco, where law 09-08 alone speaks. Of any other country the rules of the Union stand in, as clients ask.
 */
export function exportLawOf(
  { country, representative }: Pick<ControllerFacts, "country" | "representative">,
  { gdprBinding }: Pick<OrganisationFacts, "gdprBinding">,
  on: string,
): ExportLaw | null {
  if (country === null || isInEea(country, on)) return "gdpr";
  if (gdprBinding !== "contractual-only" || !isHollow(representative)) return "gdpr";
  return OWN_LAWS[country] === undefined ? "gdpr" : OWN_LAWS[country];
}

const OWN_LAWS: Readonly<Record<string, ExportLaw | null>> = { GB: "uk", CH: "swiss", MA: null };
