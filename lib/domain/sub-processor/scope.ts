import { canonicalText } from "@/lib/domain/journal/canonical";
import type { SubProcessorContent } from "./content";

/**
 * What a controller authorises, art. 28(2): the service, where the data stand, from which countries they are seen, and
 * who else works below, each of whom the authorisation reaches too (EDPB opinion 22/2024). A name that is spelt anew, a
 * new address of the seat or another contact changes none of it.
 */
export type AuthorisedScope = {
  service: string;
  sites: string[];
  countries: string[];
  chain: string[];
};

export const SCOPE_PARTS = ["service", "sites", "countries", "chain"] as const;
export type ScopePart = (typeof SCOPE_PARTS)[number];

/** Seat, sites and remote access, each country once, in their order. */
export function countriesOf({ identity, places }: SubProcessorContent): string[] {
  const named = [identity.country, ...places.sites.map(({ country }) => country), ...places.accessCountries];
  return [...new Set(named.filter((country) => country !== null))];
}

/** In what order sites, countries or links are said makes no difference, nor does white space. */
export function authorisedScope(content: SubProcessorContent): AuthorisedScope {
  const { service, places, chain } = content;
  return {
    service: plain(service.service),
    sites: listed(places.sites.map(({ name, address, country }) => [name, address, country ?? ""])),
    countries: [...countriesOf(content)].sort(),
    chain: listed(chain.links.map((link) => [link.name, link.country ?? "", link.service])),
  };
}

/** The one text of a scope, whose SHA-256 an authorisation keeps. */
export function scopeText(content: SubProcessorContent): string {
  return canonicalText(authorisedScope(content));
}

/** What of it changes between two sayings: a new notice is owed to each controller concerned. */
export function scopeChanges(before: SubProcessorContent, after: SubProcessorContent): ScopePart[] {
  const [was, is] = [authorisedScope(before), authorisedScope(after)];
  return SCOPE_PARTS.filter((part) => canonicalText(was[part]) !== canonicalText(is[part]));
}

function listed(rows: readonly string[][]): string[] {
  return rows.map((row) => row.map(plain).join(" | ")).sort();
}

function plain(text: string): string {
  return text.trim().replace(/\s+/gu, " ").normalize("NFC");
}
