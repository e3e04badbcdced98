import { lawOf } from "@/lib/domain/statute/applicable-laws";
import { isInEea } from "@/lib/domain/statute/eea";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { isInForce, type Dated } from "@/lib/domain/statute/dated";

/** Age below which a child does not consent alone, art. 8(1): sixteen, unless a state's law has a lower one. */
export const DEFAULT_AGE = 16;

/** Day from which article 8 applies. */
const GDPR = "2018-05-25";

export type ConsentAge = Dated & { country: string; age: number };

const OPEN = { until: null, article: "8(1)" } as const;
/** Several tables agree; the day on which each state's own law began is not among what they tell. */
const TABLES = { source: "National laws, by several tables", status: "secondary" } as const;
const DANISH_LAW = { source: "Lov om ændring af databeskyttelsesloven", status: "secondary" } as const;

export const CONSENT_AGES: readonly ConsentAge[] = [
  ...ages(13, "BE EE FI IS LV MT NO PT SE"),
  ...ages(14, "AT BG CY ES IT LT"),
  ...begun("CZ", 15, "2019-04-24"),
  ...begun("GR", 15, "2019-08-29"),
  ...begun("SI", 15, "2023-01-26"),
  { ...OPEN, country: "FR", age: 15, from: GDPR, source: "LIL, art. 45", status: "text" },
  ...ages(16, "DE HR HU IE LI LU NL PL RO SK"),
  // In the Union until the end of the transition.
  {
    ...OPEN,
    country: "GB",
    age: 13,
    from: GDPR,
    until: "2020-12-31",
    source: "Data Protection Act 2018, s. 9",
    status: "memory",
  },
  { ...OPEN, ...DANISH_LAW, country: "DK", age: 13, from: GDPR, until: "2023-12-31" },
  { ...OPEN, ...DANISH_LAW, country: "DK", age: 15, from: "2024-01-01" },
];

/** Announced ages whose adoption was not found: shown, and applied to nobody. */
export const PENDING_AGES: readonly { country: string; age: number }[] = [
  { country: "ES", age: 16 },
  { country: "NO", age: 15 },
];

/** Territories outside the Union to which law 78-17 extends since June 2019, to be verified. */
const FRENCH_BEYOND = ["NC", "PF", "WF", "TF", "PM", "BL"];

/** Regions that are territory of a state, which have codes of their own. */
const STATE_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["GF", "GP", "MF", "MQ", "RE", "YT", ...FRENCH_BEYOND].map((region) => [region, "FR"]),
  ),
  AX: "FI",
};

/** State whose law is asked about a region. */
export function stateOf(country: string): string {
  return STATE_OF[country] ?? country;
}

export type DigitalConsentAge = {
  age: number;
  /** True where the country is unknown: the highest age of any state is taken. */
  isAssumed: boolean;
};

/**
 * Age at which a person consents alone to an information-society service, in a country on a day; sixteen where the country
 * is unknown. Null where article 8 does not reach: before it applied, or outside the European Economic Area.
 */
export function digitalConsentAge(country: string | null, day: string): DigitalConsentAge | null {
  if (day < GDPR) return null;
  if (country === null) return { age: DEFAULT_AGE, isAssumed: true };
  // Law 78-17, art. 45, where it is extended beyond the Union.
  if (!isInEea(country, day) && lawOf(country, day) !== "french-1978") return null;
  const rule = CONSENT_AGES.find((one) => one.country === stateOf(country) && isInForce(one, day));
  return { age: rule?.age ?? DEFAULT_AGE, isAssumed: false };
}

/** Sixteen, the regulation's own age, until a state's law began: day to be verified. */
function begun(country: string, age: number, from: string): ConsentAge[] {
  const own = {
    ...OPEN,
    source: "National law, day to be verified",
    status: "memory" as const,
    country,
    age,
  };
  return [
    { ...own, from },
    { ...own, age: DEFAULT_AGE, from: GDPR, until: addDaysToDay(from, -1) },
  ];
}

function ages(age: number, countries: string): ConsentAge[] {
  return countries.split(" ").map((country) => ({ ...OPEN, ...TABLES, country, age, from: GDPR }));
}
