import type { JudgedFinding } from "@/lib/domain/telephone-prospecting/judged-finding";
import { judgeForeign, type ForeignAsked } from "@/lib/domain/telephone-prospecting/foreign-law";
import { isFrenchPlace, type Territory } from "@/lib/domain/telephone-prospecting/territories";
import type { CampaignContent } from "./content";
import { mayCall } from "./places";

type Places = Pick<CampaignContent, "territories" | "countries">;

/**
 * Territories by whose clocks a call is judged: the one of the number. A number of a territory that the campaign does not
 * name may be carried by somebody in one that it names, so that all of them count; so do they where nobody knows the number.
 */
export function territoriesOfCall(campaign: Places, country: string): readonly Territory[] {
  const { territories } = campaign;
  if (!isFrenchPlace(country)) return territories;
  return territories.length === 0 || territories.includes(country) ? [country] : [country, ...territories];
}

/**
 * Findings of a call outside France; null where French law judges it. Of a number that nobody knows, the campaign's own
 * countries say where it was, if it calls nobody in France.
 */
export function findingsAbroad(
  { territories, countries }: Places,
  country: string,
  asked: ForeignAsked,
): JudgedFinding[] | null {
  if (country !== "") return isFrenchPlace(country) ? null : judgeForeign(country, asked);
  if (territories.length > 0 || countries.length === 0) return null;
  return countries.flatMap((one) => judgeForeign(one, asked));
}

/** The doubt of a number of a country that the campaign does not name: its instruction says whom it calls, 28(3)(a). */
export function outsideFinding(campaign: Places, country: string): JudgedFinding | null {
  if (country === "" || mayCall(campaign, country)) return null;
  return {
    rule: "territory",
    article: "28(3)(a)",
    verdict: "doubt",
    reason: "territory-outside",
    country,
    zone: "Europe/Paris",
    isZoneDoubted: false,
    isHouse: false,
  };
}
