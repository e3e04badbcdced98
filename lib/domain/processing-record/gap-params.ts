import type { UseRequirement } from "@/lib/domain/sub-processor/readiness";
import { unpackNames } from "@/lib/domain/measure/naming";
import { isPartialDateValue } from "@/lib/domain/time/partial-date";
import { unpackStatuses } from "./sub-processors";

/** Words for things in one language, supplied by the caller. */
export type GapWords = {
  /** "MA" → "Maroc"; anything unknown as it is. */
  country: (code: string) => string;
  list: (items: string[]) => string;
  /** "2024-03" → "mars 2024". */
  date: (value: string) => string;
  /** The title of an entry of the library of measures. */
  measure: (code: string) => string;
  /** Requirement missing before a sub-processor may be used: "contrat de l’art. 28(4)". */
  requirement: (requirement: UseRequirement) => string;
  /** Stands for countries while none is named: "pays à nommer". */
  unnamed: string;
};

/**
 * A gap's parameters made ready for its sentences. `countries` holds ISO codes and names of international
 * organisations parted by "|", `measures` packed names, `standings` sub-processors with what each lacks, `date` an EDTF
 * value; the rest is quoted as it stands.
 */
export function formatGapParams(params: Record<string, string>, words: GapWords): Record<string, string> {
  const stated = { ...params };
  if (params.countries !== undefined) stated.countries = formatCountries(params.countries, words);
  if (params.measures !== undefined)
    stated.measures = words.list(unpackNames(params.measures, words.measure));
  if (params.standings !== undefined) stated.standings = formatStatuses(params.standings, words);
  if (params.date !== undefined && isPartialDateValue(params.date)) stated.date = words.date(params.date);
  return stated;
}

function formatStatuses(statuses: string, { list, requirement }: GapWords): string {
  return list(
    unpackStatuses(statuses, (name, missing) =>
      missing.length === 0 ? name : `${name} (${list(missing.map(requirement))})`,
    ),
  );
}

function formatCountries(countries: string, words: GapWords): string {
  const names = countries.split("|").filter((name) => name !== "");
  if (names.length === 0) return words.unnamed;
  return words.list(names.map((name) => (/^[A-Z]{2}$/.test(name) ? words.country(name) : name)));
}
