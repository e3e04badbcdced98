import { isInForce, type Dated } from "./dated";
import { isInEea } from "./eea";
import type { AdequacyDecision, AdequacyReach } from "./adequacy";

/** Law that governs a controller's exports: the Union's, or its own country's. */
export type ExportLaw = "gdpr" | "uk" | "swiss";

/** Regulations under s. 17A of the Data Protection Act 2018, and the states that schedule 21 keeps adequate. */
const UK = {
  article: "UK GDPR 45",
  source: "Data Protection Act 2018, s. 17A, sch. 21 §§4–5",
  status: "memory",
} as const;
/** Annex 1 of the ordinance on data protection. */
const SWISS = {
  article: "FADP 16(1)",
  source: "Data Protection Ordinance of 31 August 2022, annex 1",
  status: "memory",
} as const;

const UK_REGULATIONS: readonly AdequacyDecision[] = [
  ...covered("AD AR FO GG GI IM IL JE NZ CH UY", "2021-01-01", UK),
  ...covered("CA JP", "2021-01-01", UK, "sector", "as the Union's decisions of 2020"),
  ...covered("KR", "2022-12-19", UK),
  ...covered(
    "US",
    "2023-10-12",
    UK,
    "certified",
    "importers certified under the UK extension of the Data Privacy Framework",
  ),
];

const SWISS_ANNEX: readonly AdequacyDecision[] = [
  ...covered("AD AR FO GB GG GI IM IL JE MC NZ UY", "2023-09-01", SWISS),
  ...covered("CA", "2023-09-01", SWISS, "sector", "private organisations under PIPEDA"),
  ...covered(
    "US",
    "2024-09-15",
    SWISS,
    "certified",
    "importers certified under the Swiss-U.S. Data Privacy Framework",
  ),
];

/** The decision of that law, other than the Union's, that covers a country on a calendar date; the EEA is covered by both. */
export function adequacyUnder(law: "uk" | "swiss", country: string, on: string): AdequacyDecision | null {
  const [home, list, origin] =
    law === "uk" ? (["GB", UK_REGULATIONS, UK] as const) : (["CH", SWISS_ANNEX, SWISS] as const);
  if (country === home || isInEea(country, on))
    return { ...decision(country, "2021-01-01", origin), source: origin.source };
  return list.find((found) => found.country === country && isInForce(found, on)) ?? null;
}

type Origin = Pick<Dated, "article" | "source" | "status">;

function covered(
  countries: string,
  from: string,
  origin: Origin,
  reach: AdequacyReach = "country",
  scope = "",
): AdequacyDecision[] {
  return countries.split(" ").map((country) => ({ ...decision(country, from, origin), reach, scope }));
}

function decision(country: string, from: string, origin: Origin): AdequacyDecision {
  return { country, organisation: [], from, until: null, reach: "country", scope: "", ...origin };
}
