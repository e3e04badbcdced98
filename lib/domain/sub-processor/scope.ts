import { canonicalText } from "@/lib/domain/journal/canonical";
import { namesBankDetails, namesIdentityCard, namesSpecialData } from "@/lib/domain/text/special-words";
import type { SubProcessorContent } from "./content";

/**
 * Article 28(2): a controller authorises the company, the service, the places of the data, the countries of
 * access, and the chain below, each member of which the authorisation reaches too (EDPB opinion 22/2024).
 * Another spelling of the name, address of the seat or contact changes none of it; another registration
 * number is another company. Data of another nature, of health where there were contacts, are authorised anew.
 */
export type AuthorisedScope = {
  /** Its number, where that is another than the first one known: absent, it is the company that it was. */
  company?: string;
  service: string;
  /** Kinds of data of a graver nature than the first that were stated named: absent, there are none. */
  data?: string[];
  sites: string[];
  countries: string[];
  chain: string[];
};

/** The first and the last registration number that its versions gave it, and the first data; "" for none. */
export type KnownNumbers = { first: string; last: string; data: string };
const UNKNOWN: KnownNumbers = { first: "", last: "", data: "" };

/** Kinds of data that an authorisation for other data does not reach, each by the words that name it. */
const GRAVER: readonly [kind: string, isNamedIn: (text: string) => boolean][] = [
  ["special", namesSpecialData],
  ["bank", namesBankDetails],
  ["identity-card", namesIdentityCard],
];

/** Kinds of data that a text names and an earlier one does not; none where the earlier one is unknown. */
export function graverKinds(before: string, after: string): string[] {
  if (before.trim() === "") return [];
  return GRAVER.flatMap(([kind, isNamedIn]) => (isNamedIn(after) && !isNamedIn(before) ? [kind] : []));
}

export const SCOPE_PARTS = ["company", "service", "data", "sites", "countries", "chain"] as const;
export type ScopePart = (typeof SCOPE_PARTS)[number];

/** Seat, sites and remote access, each country once, in their order. */
export function countriesOf({ identity, places }: SubProcessorContent): string[] {
  const named = [identity.country, ...places.sites.map(({ country }) => country), ...places.accessCountries];
  return [...new Set(named.filter((country) => country !== null))];
}

/** Normalises order and white space of sites, countries and links, which make no difference. */
export function authorisedScope(
  content: SubProcessorContent,
  known: KnownNumbers = UNKNOWN,
): AuthorisedScope {
  const { identity, service, places, chain } = content;
  // A number that was blotted out leaves the company what it was.
  const registration = identity.registration || known.last;
  const data = graverKinds(known.data, service.data);
  return {
    ...(isOtherCompany(known.first, registration) && { company: compact(registration) }),
    service: plain(service.service),
    ...(data.length > 0 && { data }),
    sites: listed(places.sites.map(({ name, address, country }) => [name, address, country ?? ""])),
    countries: [...countriesOf(content)].sort(),
    chain: listed(chain.links.map((link) => [link.name, link.country ?? "", link.service])),
  };
}

/** The one text of a scope, whose SHA-256 an authorisation keeps. */
export function scopeText(content: SubProcessorContent, known: KnownNumbers = UNKNOWN): string {
  return canonicalText(authorisedScope(content, known));
}

/**
 * True where two registration numbers are of two companies. A number that was unknown, the same one written otherwise, and
 * that of an establishment (SIRET) of the same company (SIREN) are none of another.
 */
export function isOtherCompany(one: string, other: string): boolean {
  const [first, second] = [compact(one), compact(other)];
  if (first === "" || second === "") return false;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return !(short === long || (short.length >= 9 && long.startsWith(short)));
}

/** The figures of a number, or its letters too where it has few: "SIREN 552 100 554" → "552100554". */
function compact(registration: string): string {
  const plainText = registration.normalize("NFKC").toUpperCase();
  const figures = plainText.replace(/\P{N}/gu, "");
  return figures.length >= 5 ? figures : plainText.replace(/[^\p{L}\p{N}]/gu, "");
}

/** Lists the changed parts of the scope: each controller concerned is owed a new notice. */
export function scopeChanges(before: SubProcessorContent, after: SubProcessorContent): ScopePart[] {
  const number = before.identity.registration;
  const known = { first: number, last: number, data: before.service.data };
  const [was, is] = [authorisedScope(before, known), authorisedScope(after, known)];
  return SCOPE_PARTS.filter((part) => canonicalText(was[part] ?? "") !== canonicalText(is[part] ?? ""));
}

function listed(rows: readonly string[][]): string[] {
  return rows.map((row) => row.map(plain).join(" | ")).sort();
}

function plain(text: string): string {
  return text.trim().replace(/\s+/gu, " ").normalize("NFC");
}
