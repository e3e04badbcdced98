import { territoryOf } from "@/lib/domain/time/controller-calendar";
import { isInForce, type Dated } from "./dated";
import { isInEea } from "./eea";

/** Laws of data protection with periods, tools and authorities of their own; `other`: that of any other country. */
export const DATA_LAWS = ["gdpr", "french-1978", "uk-gdpr", "swiss-fadp", "law-09-08", "other"] as const;
export type DataLaw = (typeof DATA_LAWS)[number];

/** Answers whether a controller offers goods or services to persons abroad, or monitors them, 3(2). */
export const TARGETING = ["yes", "no"] as const;

/** Facts of a controller that decide under which laws it stands. Countries are ISO 3166-1 alpha-2. */
export type LawFacts = {
  /** Seat; null while unknown. */
  country: string | null;
  /** Address of the seat: one overseas has the law of its territory. */
  address?: string;
  /** Establishments beside the seat, 3(1). */
  establishments: readonly string[];
  /** An answer of `TARGETING`; "" while nobody has said. */
  targeting: string;
  /** Countries of the persons whom it targets, 3(2). */
  targetCountries: readonly string[];
};

/** Reasons in the order in which one is shown. `means`: means used in Morocco, law 09-08, art. 2(2)(b). */
export const LAW_REASONS = ["seat", "establishment", "targeting", "means"] as const;
export type LawReason = (typeof LAW_REASONS)[number];

export type AppliedLaw = { law: DataLaw; reason: LawReason; countries: readonly string[] };

/** Unanswered question, and the stricter law that a yes would bring: shown as such until somebody answers. */
export type OpenLaw = { law: "gdpr"; question: "seat" | "targeting" };

/** Laws of a controller on a day: one, several, or none that is known. */
export type ApplicableLaws = { applied: readonly AppliedLaw[]; open: OpenLaw | null };

/** Law 78-17 as extended to territories outside the Union, to be verified: they have its periods and its authority. */
const FRENCH_TERRITORIES: readonly (Dated & { countries: readonly string[] })[] = [
  {
    countries: ["NC", "PF", "WF", "TF", "PM", "BL"],
    from: "2019-06-01",
    until: null,
    article: "law 78-17, art. 125–128",
    source: "Ordinance 2018-1125 of 12 December 2018",
    status: "secondary",
  },
];

/**
 * Laws under which a controller stands on a calendar date, each once and with the first of its reasons: the seat, an
 * establishment (3(1)), the persons whom it targets (3(2)), means that it uses in Morocco. A representative under article 27
 * decides nothing: it is a consequence of 3(2), and some are named without need.
 */
export function applicableLaws(
  facts: LawFacts,
  { on, processorCountries = [] }: { on: string; processorCountries?: readonly string[] },
): ApplicableLaws {
  const seat = territoryOf({ country: facts.country, address: facts.address ?? "" });
  const sources: readonly [LawReason, readonly string[]][] = [
    ["seat", seat === null ? [] : [seat]],
    ["establishment", facts.establishments],
    ["targeting", facts.targeting === "yes" ? facts.targetCountries : []],
    ["means", processorCountries.filter((country) => country === "MA")],
  ];
  const applied = new Map<DataLaw, AppliedLaw>();
  for (const [reason, countries] of sources)
    for (const country of countries) {
      const law = lawOf(country, on);
      const known = applied.get(law);
      if (known === undefined) applied.set(law, { law, reason, countries: [country] });
      else if (known.reason === reason)
        applied.set(law, { ...known, countries: [...known.countries, country] });
    }
  const isGdpr = applied.has("gdpr");
  return { applied: [...applied.values()], open: isGdpr ? null : openLaw(seat, facts) };
}

/** Law of a territory on a calendar date. */
export function lawOf(country: string, on: string): DataLaw {
  if (isInEea(country, on)) return "gdpr";
  if (country === "GB") return "uk-gdpr";
  if (country === "CH") return "swiss-fadp";
  if (country === "MA") return "law-09-08";
  const isExtended = FRENCH_TERRITORIES.some(
    (extension) => extension.countries.includes(country) && isInForce(extension, on),
  );
  return isExtended ? "french-1978" : "other";
}

function openLaw(seat: string | null, { targeting, targetCountries }: LawFacts): OpenLaw | null {
  if (seat === null) return { law: "gdpr", question: "seat" };
  const isAnswered = targeting === "no" || (targeting === "yes" && targetCountries.length > 0);
  return isAnswered ? null : { law: "gdpr", question: "targeting" };
}
