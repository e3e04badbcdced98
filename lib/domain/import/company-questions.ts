import type { CalledSubProcessor, ListedSubProcessor } from "@/lib/domain/processing-record/sub-processors";
import { groupCompanies } from "./company-groups";
import { question } from "./doubts";
import type { Doubt, RowReading } from "./types";

/** Companies offered in one question at most. */
const MOST_NAMES = 12;

type Group = {
  names: readonly string[];
  /** Rows of the organisation's list, by name. */
  listed: ReadonlyMap<string, ListedSubProcessor>;
  countries: readonly string[];
};

/**
 * Asks of sub-processors that may be one company under several names, with those of the organisation's list, and of one that
 * rows place in several countries: two companies may share a name. Rows whose names are settled are asked nothing.
 */
export function askSubProcessors<R extends RowReading>(
  written: readonly R[],
  list: readonly CalledSubProcessor[],
): R[] {
  const known = new Set(list.map(({ name }) => name.toLowerCase()));
  const readings = written.map((reading) => withoutKnownYears(reading, known));
  const groupOf = groupsByName(readings, list);
  if (groupOf.size === 0) return readings;
  return readings.map((reading) => {
    const unlinked = reading.content.subProcessors.filter(({ subProcessorId }) => subProcessorId === null);
    const groups = new Set(unlinked.flatMap(({ name }) => groupOf.get(name) ?? []));
    const asked = [...groups].flatMap((group) => questionsOf(group, reading));
    return asked.length === 0 ? reading : { ...reading, doubts: [...reading.doubts, ...asked] };
  });
}

/** "Studio 2000": the year that ends a name is asked about, unless the organisation's list has a company of that very name. */
function withoutKnownYears<R extends RowReading>(reading: R, known: ReadonlySet<string>): R {
  const isOfName = (year: string) => {
    const ending = reading.content.subProcessors.filter(({ name }) => name.endsWith(` ${year}`));
    return (
      /^(?:19|20)\d\d$/.test(year) &&
      ending.length > 0 &&
      ending.every(({ name, subProcessorId }) => subProcessorId !== null || known.has(name.toLowerCase()))
    );
  };
  const isKnown = ({ field, key, params }: Doubt) =>
    field === "subProcessors" && key === "wordsUnsettled" && (params.words ?? "").split(", ").every(isOfName);
  return reading.doubts.some(isKnown)
    ? { ...reading, doubts: reading.doubts.filter((one) => !isKnown(one)) }
    : reading;
}

/** The groups that raise a question, by each of their names. */
function groupsByName(
  readings: readonly RowReading[],
  list: readonly CalledSubProcessor[],
): Map<string, Group> {
  const countries = new Map<string, Set<string>>();
  const place = (name: string, country: string | null) => {
    const known = countries.get(name) ?? new Set<string>();
    countries.set(name, country === null ? known : known.add(country));
  };
  for (const { content } of readings)
    for (const { name, country, subProcessorId } of content.subProcessors)
      if (subProcessorId === null) place(name, country);
  if (countries.size === 0) return new Map();
  const written = [...countries.keys()];
  // Only one of a name is offered: of two that share it nobody could choose by the name.
  const listed = new Map<string, ListedSubProcessor>(list.toReversed().map((one) => [one.name, one]));
  for (const { name, country } of list) place(name, country);
  // A former name calls its row as its present one does, but where another bears it now.
  for (const one of list)
    for (const name of one.formerNames) {
      if (!listed.has(name)) listed.set(name, one);
      place(name, null);
    }
  const alike = groupCompanies([...countries.keys()]);
  const isAlike = new Set(alike.flat());
  const alone = written.filter((name) => !isAlike.has(name)).map((name) => [name]);
  const found = new Map<string, Group>();
  for (const names of [...alike, ...alone]) {
    const group = {
      names,
      listed,
      countries: [...new Set(names.flatMap((name) => [...(countries.get(name) ?? [])]))],
    };
    if (group.names.length < 2 && group.countries.length < 2) continue;
    for (const name of names) found.set(name, group);
  }
  return found;
}

function questionsOf(group: Group, { content }: RowReading): Doubt[] {
  const { names, listed, countries } = group;
  const params = { names: names.join("|") };
  // A former name is offered as the present one.
  const offered = [...new Set(names.map((name) => listed.get(name)?.name ?? name))]
    .sort((one, other) => Number(listed.has(other)) - Number(listed.has(one)))
    .slice(0, MOST_NAMES);
  const ids = offered.map((name) => listed.get(name)?.id ?? "").join("|");
  const alike =
    names.length > 1
      ? [question("companiesAlike", names.join(" · "), { ...params, options: offered.join("|"), ids })]
      : [];
  const isPlaced = content.subProcessors.some(
    ({ name, country, subProcessorId }) =>
      subProcessorId === null && country !== null && names.includes(name),
  );
  const places =
    countries.length > 1 && isPlaced
      ? [
          question("companyCountries", `${names.join(" · ")} ${countries.join(" ")}`, {
            ...params,
            name: names[0] ?? "",
            options: countries.join("|"),
            countries: countries.join("|"),
          }),
        ]
      : [];
  return [...alike, ...places].map((asked) => ({ field: "subProcessors", ...asked }));
}
