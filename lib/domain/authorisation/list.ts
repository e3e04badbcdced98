import { z } from "zod";
import type { SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { canonicalText, type Serialisable } from "@/lib/domain/journal/canonical";
import { USE_REQUIREMENTS, type UseRequirement } from "@/lib/domain/sub-processor/readiness";
import {
  countriesOf,
  graverKinds,
  isOtherCompany,
  SCOPE_PARTS,
  type ScopePart,
} from "@/lib/domain/sub-processor/scope";

/** EDPB opinion 22/2024: a controller is shown name, address, contact, location and service. */
const listedSchema = z.object({
  reference: z.string(),
  name: z.string(),
  address: z.string(),
  /** Absent from lists older than it, whose digest holds none. */
  registration: z.string().optional(),
  country: z.string().nullable(),
  contact: z.string(),
  service: z.string(),
  sites: z.array(z.object({ name: z.string(), address: z.string(), country: z.string().nullable() })),
  countries: z.array(z.string()),
  chain: z.array(z.object({ name: z.string(), country: z.string().nullable(), service: z.string() })),
  /** The one that is asked for; the others are authorised. */
  isAsked: z.boolean(),
  /** Absent from lists sent before these fields were stated. */
  data: z.string().optional(),
  tools: z
    .array(
      z.object({
        country: z.string().nullable(),
        tool: z.string().nullable(),
        signedOn: z.string().nullable(),
      }),
    )
    .optional(),
  /** Requirements not met yet, the controller's own word aside. */
  missing: z.array(z.enum(USE_REQUIREMENTS)).optional(),
});
export type ListedSubProcessor = z.output<typeof listedSchema>;

/** The list annexed to a request: of one controller, numbered from its first request on. */
export const authorisationListSchema = z.object({
  version: z.number().int().positive(),
  entries: z.array(listedSchema),
});
export type AuthorisationList = z.output<typeof authorisationListSchema>;

type Listable = { id: string; reference: string; content: SubProcessorContent };

/** Facts about a sub-processor for one controller on the day of the request. */
export type ListedFacts = {
  tools: NonNullable<ListedSubProcessor["tools"]>;
  missing: readonly UseRequirement[];
};

/** Lists the sub-processors authorised for a controller, with the requested one, by reference. */
export function listFor(
  asked: Listable,
  {
    authorised,
    version,
    factsOf,
  }: { authorised: readonly Listable[]; version: number; factsOf?: (id: string) => ListedFacts },
): AuthorisationList {
  const others = authorised.filter(({ id }) => id !== asked.id);
  const entries = [asked, ...others].map((one) => entryOf(one, one === asked, factsOf?.(one.id)));
  return {
    version,
    entries: entries.sort((one, other) => one.reference.localeCompare(other.reference, "en")),
  };
}

/** Lists what a request asks beyond an earlier one to the controller, by the lists annexed to both. */
export function changesSince(before: AuthorisationList, after: AuthorisationList): ScopePart[] {
  const first = before.entries.find(({ isAsked }) => isAsked)?.registration ?? "";
  const data = before.entries.find(({ isAsked }) => isAsked)?.data ?? "";
  const known = { first, data };
  const [was, is] = [scopeOf(before, known), scopeOf(after, known)];
  return SCOPE_PARTS.filter((part) => canonicalText(was[part]) !== canonicalText(is[part]));
}

/** Sorts sites, countries and links: their order makes no difference. */
function scopeOf(
  { entries }: AuthorisationList,
  { first, data }: { first: string; data: string },
): Record<ScopePart, string | string[]> {
  const asked = entries.find(({ isAsked }) => isAsked);
  const sorted = (rows: readonly Serialisable[] = []) => rows.map((row) => canonicalText(row)).sort();
  const registration = asked?.registration ?? "";
  return {
    company: isOtherCompany(first, registration) ? registration : "",
    service: asked?.service ?? "",
    data: graverKinds(data, asked?.data ?? ""),
    sites: sorted(asked?.sites),
    countries: sorted(asked?.countries),
    chain: sorted(asked?.chain),
  };
}

function entryOf(
  { reference, content }: Listable,
  isAsked: boolean,
  facts?: ListedFacts,
): ListedSubProcessor {
  const { identity, service, places, chain } = content;
  return {
    reference,
    name: identity.name,
    address: identity.address,
    ...(identity.registration !== "" && { registration: identity.registration }),
    country: identity.country,
    contact: identity.contact,
    service: service.service,
    sites: places.sites,
    countries: countriesOf(content),
    chain: chain.links.map((link) => ({ name: link.name, country: link.country, service: link.service })),
    isAsked,
    ...(facts && {
      data: service.data,
      tools: facts.tools,
      missing: facts.missing.filter((requirement) => requirement !== "authorisation"),
    }),
  };
}
