import { z } from "zod";
import { isPartialDateValue } from "@/lib/domain/time/partial-date";

// Rows that an organisation keeps of itself. Stored as they are here; forms read text into them.

const line = z.string().trim().max(300, "tooLong").default("");
const countrySchema = z.string().regex(/^[A-Z]{2}$/, "country");

/** A date as precise as it is known, "2023", "2024-03" or "2025-02-03"; "" while nobody has said. */
export const knownDateSchema = z
  .string()
  .refine((value) => value === "" || isPartialDateValue(value), "date")
  .default("");

/** A place where agents work or data are seen: the countries of the transfers, 44 to 49, follow from these. */
export const siteSchema = z.object({
  name: line,
  address: line,
  city: line,
  country: countrySchema,
  /** Activity at the site. */
  activity: line,
  /** People working there, null while unknown. */
  people: z.number("people").int("people").min(0, "people").max(1_000_000, "people").nullable().default(null),
});
export type Site = z.output<typeof siteSchema>;

/** A tool that touches the data. One that an outside company runs may make it a sub-processor, 28(2). */
export const toolSchema = z.object({
  name: z.string().trim().min(1, "required").max(300, "tooLong"),
  supplier: line,
  purpose: line,
  /** ISO alpha-2, "" while unsaid. */
  hostedIn: z.union([z.literal(""), countrySchema]).default(""),
  isOutside: z.boolean().default(false),
});
export type Tool = z.output<typeof toolSchema>;

/** Law 09-08: filings with the CNDP under 12(2) and 15, 12(1) and 21, 43 and 44, as the sheet stated them. */
const FILING_KINDS = ["declaration", "authorisation", "transfer", "other"] as const;

export const filingSchema = z.object({
  kind: z.enum(FILING_KINDS, "required"),
  /** Number on the receipt: D-90/2023, D-W-849, A-PO-268/2024. No single format fits all. */
  number: z.string().trim().min(1, "required").max(100, "tooLong"),
  date: knownDateSchema,
  subject: line,
});
export type Filing = z.output<typeof filingSchema>;

export const MOST_SITES = 100;
export const MOST_ROWS = 200;

/** The countries of the sites, each once, in the order of the sites: what the rules of transfers read. */
export function siteCountriesOf(sites: readonly Pick<Site, "country">[]): string[] {
  return [...new Set(sites.map(({ country }) => country))];
}
