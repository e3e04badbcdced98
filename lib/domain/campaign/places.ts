import type { CampaignContent } from "./content";

type Places = Pick<CampaignContent, "territories" | "countries">;

/** Territories and countries in which a campaign calls, ISO 3166. */
export function placesCalled({ territories, countries }: Places): string[] {
  return [...territories, ...countries];
}

/** True of a campaign that French law on calls concerns: it names a French territory, or nobody said where it calls. */
export function callsFrance({ territories, countries }: Places): boolean {
  return territories.length > 0 || countries.length === 0;
}

/** True of a campaign that calls persons of a country, or of which nobody said where it calls. */
export function mayCall(campaign: Places, country: string): boolean {
  const places = placesCalled(campaign);
  return places.length === 0 || places.includes(country);
}
