import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { readFrenchNumber } from "@/lib/domain/call-log/french-number";
import type { Territory } from "@/lib/domain/telephone-prospecting/territories";

/** Numbers that a parser was asked for and that are remembered: logs repeat them. */
const MOST_REMEMBERED = 20_000;

export type NumberReader = (written: string, prefix: string) => string | null;

/**
 * Reads numbers of a log into E.164 as libphonenumber does, of France without asking it. A number without a country is one
 * of the first territory in which it is valid.
 */
export function makeNumberReader(territories: readonly Territory[], dialPrefix = ""): NumberReader {
  const countries = [...new Set<Territory>(["FR", ...territories])].filter((country) =>
    isSupportedCountry(country),
  );
  const remembered = new Map<string, string | null>();
  return (written, prefix) => {
    const text = joinPrefix(stripDialled(written.trim(), dialPrefix), prefix.trim());
    const french = readFrenchNumber(text);
    if (french) return french;
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const read = countries.map((country) => parse(text, country)).find((number) => number !== null) ?? null;
    remembered.set(text, read);
    return read;
  };
}

function parse(text: string, country: Parameters<typeof parsePhoneNumberFromString>[1]): string | null {
  const number = parsePhoneNumberFromString(text, country);
  return number?.isValid() ? number.number : null;
}

function stripDialled(text: string, dialPrefix: string): string {
  return dialPrefix !== "" && text.startsWith(dialPrefix) ? text.slice(dialPrefix.length) : text;
}

/** A country code in a column of its own stands before the number without the zero of the country. */
function joinPrefix(text: string, prefix: string): string {
  if (prefix === "" || text.startsWith("+") || text.startsWith("00")) return text;
  return `+${prefix.replace(/^(?:\+|00)/, "")}${text.replace(/^0/, "")}`;
}
