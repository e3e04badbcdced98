import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/max";
import { readFrenchNumber } from "@/lib/domain/call-log/french-number";
import { TERRITORIES, type Territory } from "@/lib/domain/telephone-prospecting/territories";

export type NumberReader = (text: string) => string | null;

/** Countries tried for a controller whose own nobody knows: those of most clients, and of the processor. */
const USUAL: readonly CountryCode[] = ["FR", "MA"];
const OVERSEAS: readonly CountryCode[] = TERRITORIES.filter((one) => one !== "FR");

/**
 * Makes a reader of numbers into E.164: of one written without a country code, by the country of the controller whose
 * persons they are. France has numbers of its territories overseas. Null for what is no number, and for one that two
 * countries have: nobody can tell whose it is.
 */
export function phoneNumberReader(country: string | null): NumberReader {
  if (country === "FR") return readOfFrance;
  const countries = countriesOf(country);
  return (text) => readAmong(countries, text);
}

/** Asks no parser for what most lists hold, and the territories overseas for what is no number of metropolitan France. */
function readOfFrance(text: string): string | null {
  return readFrenchNumber(text.replace(/[\s.-]/g, "")) ?? parse(text, "FR") ?? readAmong(OVERSEAS, text);
}

function readAmong(countries: readonly (CountryCode | undefined)[], text: string): string | null {
  const numbers = new Set(countries.flatMap((one) => parse(text, one) ?? []));
  const [number = null] = numbers;
  return numbers.size === 1 ? number : null;
}

/** A number as somebody types it in France, in E.164: "06 12 34 56 78" is "+33612345678"; null where it is none. */
export const readPhoneNumber: NumberReader = phoneNumberReader("FR");

/** Countries tried; undefined reads what is written with a code alone. */
function countriesOf(country: string | null): (CountryCode | undefined)[] {
  if (country === null) return [...USUAL];
  return [isSupportedCountry(country) ? country : undefined];
}

function parse(text: string, country: CountryCode | undefined): string | null {
  const number = parsePhoneNumberFromString(text, country);
  return number?.isValid() ? number.number : null;
}

/** French territories whose numbering plan a number in E.164 is of; none where it is of another country. */
export function territoriesOfNumber(number: string): Territory[] {
  const country = parsePhoneNumberFromString(number)?.country;
  return TERRITORIES.filter((territory) => territory === country);
}
