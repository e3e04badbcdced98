import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from "libphonenumber-js/max";
import { readFrenchNumber } from "@/lib/domain/call-log/french-number";
import { isFrenchPlace, type Territory } from "@/lib/domain/telephone-prospecting/territories";

export type NumberReader = (text: string) => string | null;

/** Countries, ISO 3166, whose numbers may be written without a code, and the one that a person named for the whole file. */
export type NumberPlaces = { countries: readonly string[]; national?: string | null };

/** Countries tried for whom nobody knows any: those of most clients, and of the processor. */
const USUAL = ["FR", "MA"] as const;
/** Territories overseas whose numbers have ten digits and begin with 0, as those of metropolitan France have. */
const DIALLED_ALIKE: readonly CountryCode[] = ["GP", "MQ", "GF", "RE", "YT", "BL", "MF"];

/** Numbers that a parser was asked for and that are remembered: files repeat them. */
const MOST_REMEMBERED = 20_000;

type Plan = { country: string; read: NumberReader };

/**
 * Makes a reader of numbers into E.164: of one written without a country code, by the countries where persons are. France has
 * the numbers of its territories overseas. Null for what is no number, and for one that several of the countries have, unless
 * somebody said which is meant: nobody can tell whose it is.
 */
export function phoneNumberReader(places: NumberPlaces | string | null): NumberReader {
  const { countries, national = null } = placesOf(places);
  const plans = plansOf(countries);
  const isFrenchAlone = plans.length === 1 && plans[0]?.country === "FR";
  const remembered = new Map<string, string | null>();
  return (text) => {
    // Most lines of most files ask no parser.
    const french = isFrenchAlone ? readFrenchNumber(text) : null;
    if (french) return french;
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const read = chooseAmong(readings(plans, text), national);
    remembered.set(text, read);
    return read;
  };
}

/** True of a number that several of the countries have, and of which nobody said which is meant. */
export function ambiguousNumber(places: NumberPlaces | string | null): (text: string) => boolean {
  const { countries, national = null } = placesOf(places);
  const plans = plansOf(countries);
  return (text) => {
    if (plans.length === 1) return false;
    const found = readings(plans, text);
    return found.size > 1 && chooseAmong(found, national) === null;
  };
}

/** Countries by which a number is read while nobody knows whose client its person is: theirs, and the usual ones. */
export function placesOfAnyClient(
  countries: readonly string[],
  national: string | null = null,
): NumberPlaces {
  return { countries: [...new Set([...countries, ...USUAL])], national };
}

/** Lists in E.164 everything that a number may be: one number where it names its country, or somebody did. */
export function numberReadings(places: NumberPlaces): (text: string) => string[] {
  const { countries, national = null } = placesOf(places);
  const plans = plansOf(national === null ? countries : [...new Set([national, ...countries])]);
  return (text) => {
    const found = readings(plans, text);
    const chosen = chooseAmong(found, national);
    return chosen === null ? [...found.keys()] : [chosen];
  };
}

/** A number as somebody types it in France, in E.164: "06 12 34 56 78" is "+33612345678"; null where it is none. */
export const readPhoneNumber: NumberReader = phoneNumberReader("FR");

function placesOf(places: NumberPlaces | string | null): NumberPlaces {
  const stated =
    typeof places === "string" || places === null ? { countries: [places ?? []].flat() } : places;
  return stated.countries.length > 0 ? stated : { ...stated, countries: USUAL };
}

/** Makes one plan for France with its territories, and one for each other country. */
function plansOf(countries: readonly string[]): Plan[] {
  const french = countries.filter(isFrenchPlace);
  const others = [...new Set(countries)].filter((country) => !isFrenchPlace(country));
  const abroad = others.map((country) => {
    const code = isSupportedCountry(country) ? country : undefined;
    return { country, read: (text: string) => parse(text, code) };
  });
  return french.length > 0 ? [{ country: "FR", read: frenchReader(french) }, ...abroad] : abroad;
}

/**
 * Asks no parser for what most files hold, and the territories that are not named for what is a number of none that is. Numbers
 * of a plan of their own, shorter ones, are read of a territory that is named alone.
 */
function frenchReader(named: readonly Territory[]): NumberReader {
  const first = [...new Set<Territory>(["FR", ...named])];
  return (text) => {
    const digits = text.replace(/[\s.()/-]/g, "");
    return (
      readFrenchNumber(digits) ??
      readOverseas(digits) ??
      first.map((territory) => parse(text, territory)).find((number) => number !== null) ??
      readAmong(DIALLED_ALIKE, text)
    );
  };
}

/** Fixed lines that are dialled as those of metropolitan France and have a code of their own: the parser takes them for its. */
function readOverseas(digits: string): string | null {
  const [, miquelon] = /^0?508(\d{6})$/.exec(digits) ?? [];
  if (miquelon) return parse(`+508${miquelon}`, "PM");
  return /^0?(?:26|59)\d{7}$/.test(digits) ? readAmong(DIALLED_ALIKE, digits) : null;
}

function readAmong(countries: readonly CountryCode[], text: string): string | null {
  const numbers = new Set(countries.flatMap((one) => parse(text, one) ?? []));
  const [number = null] = numbers;
  return numbers.size === 1 ? number : null;
}

/** Countries that have the number, by what it is there. */
function readings(plans: readonly Plan[], text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { country, read } of plans) {
    const number = read(text);
    if (number !== null) found.set(number, [...(found.get(number) ?? []), country]);
  }
  return found;
}

function chooseAmong(found: ReadonlyMap<string, readonly string[]>, national: string | null): string | null {
  const [first = null] = found.keys();
  if (found.size <= 1) return first;
  const plan = national !== null && isFrenchPlace(national) ? "FR" : national;
  return [...found].find(([, countries]) => plan !== null && countries.includes(plan))?.[0] ?? null;
}

function parse(text: string, country: CountryCode | undefined): string | null {
  const number = isParsed(country) ? parsePhoneNumberFromString(text, country) : undefined;
  return number?.isValid() ? number.number : null;
}

/** Without any country, what is written with its code alone is read. */
function isParsed(country: CountryCode | undefined): boolean {
  return country === undefined || isSupportedCountry(country);
}

/** Country of a number in E.164 by its plan, ISO 3166; null where nobody knows. Metropolitan France needs no parser. */
export function countryOfNumber(number: string): string | null {
  if (number.startsWith("+33")) return "FR";
  return parsePhoneNumberFromString(number)?.country ?? null;
}

/** Code that is dialled before the numbers of a country, "+212"; empty where nobody knows one. */
export function callingCode(country: string): string {
  return isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : "";
}
