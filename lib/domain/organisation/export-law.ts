import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { OrganisationFacts } from "./types";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";
import { isHollow } from "@/lib/domain/text/vagueness";

/**
 * The law of what a controller sends abroad, by its country first: its own in Britain and Switzerland; in Morocco none
 * but law 09-08, unless its processing targets persons in the Union (3(2): a representative named under article 27, or a
 * processor bound by itself). Anywhere else the Union's, which clients elsewhere ask for by contract.
 */
export function exportLawOf(
  { country, representative }: Pick<ControllerFacts, "country" | "representative">,
  { gdprBinding }: Pick<OrganisationFacts, "gdprBinding">,
  on: string,
): ExportLaw | null {
  if (country === "GB") return isBritishLawApart(on) ? "uk" : "gdpr";
  if (country === "CH") return "swiss";
  const isReached = gdprBinding !== "contractual-only" || !isHollow(representative);
  return country === "MA" && !isReached ? null : "gdpr";
}

/** The end of the transition under the Withdrawal Agreement. */
function isBritishLawApart(on: string): boolean {
  return on > "2020-12-31";
}
