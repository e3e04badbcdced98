import { isNonEmpty } from "@/lib/domain/invariant/required";
import { isInEea } from "@/lib/domain/statute/eea";
import type { OrganisationFacts } from "./types";

type Places = Pick<OrganisationFacts, "country" | "siteCountries">;

/** Every country from which this organisation holds or sees data, each once: its own first, then its sites. */
export function placesOf({ country, siteCountries }: Places): string[] {
  return [...new Set([country, ...siteCountries])].filter((code) => code !== "");
}

/**
 * The third country in which the organisation necessarily receives what an EEA controller entrusts to it, or null.
 * Established outside the EEA, it receives the data there, wherever they are hosted: seeing them from afar is a
 * transfer. Established inside, but with no site there, the first site stands for it.
 */
export function receivingThirdCountry(organisation: Places, on: string): string | null {
  if (!isInEea(organisation.country, on)) return organisation.country || null;
  const sites = organisation.siteCountries;
  return isNonEmpty(sites) && sites.every((site) => !isInEea(site, on)) ? sites[0] : null;
}

/** True when some place of the organisation is outside the EEA: a transfer is possible, if not certain. */
export function reachesOutsideEea(organisation: Places, on: string): boolean {
  return placesOf(organisation).some((place) => !isInEea(place, on));
}
