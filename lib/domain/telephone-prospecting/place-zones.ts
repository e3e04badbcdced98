import { zonesOfCountry } from "@/lib/domain/time/controller-calendar";
import type { Zone } from "@/lib/domain/time/zones";
import { isFrenchPlace, zonesOf } from "./territories";

/**
 * Zones in which a person of a territory or a country, ISO 3166, may be: of most countries that of the capital, as islands far from it are
 * told by no number. Empty where no zone is shipped.
 */
export function zonesOfPlace(place: string): readonly Zone[] {
  return isFrenchPlace(place) ? zonesOf([place]) : zonesOfCountry(place);
}

/** Zone by which what happened in some places is shown: theirs where they share one, of all others that of Casablanca. */
export function sharedZone(places: readonly string[]): Zone {
  if (places.length === 0 || places.includes("FR")) return "Europe/Paris";
  const [zone, ...others] = new Set(places.flatMap(zonesOfPlace));
  return zone !== undefined && others.length === 0 ? zone : "Africa/Casablanca";
}
