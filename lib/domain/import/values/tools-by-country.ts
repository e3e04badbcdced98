import { flagsAsCodes } from "@/lib/domain/country/place-words";
import { findPlacesWithin } from "@/lib/domain/country/places";
import { findQualifiers } from "@/lib/domain/text/qualifiers";
import type { Reading } from "../doubts";
import { countryOfToken, wordsBesideTools } from "./beside-tools";
import { isThirdCountry } from "./countries";
import { readInstrument, toolsIn, withoutTools, type InstrumentReading } from "./instrument";

/**
 * The tool of each country as the words of a cell give it: "adéquation pour CH, CCT M3 pour MA". A country that no clause
 * names has none. "unclear" where countries are named and which tool is whose cannot be read; null where none is named.
 */
export type ToolsByCountry = ReadonlyMap<string, Reading<InstrumentReading>> | "unclear" | null;

/** Reads a cell of tools against the third countries of its row, articles 45 and 46. */
export function readToolsByCountry(cell: string, countries: readonly string[]): ToolsByCountry {
  const clauses = clausesOf(flagsAsCodes(cell), countries);
  const only = clauses.length === 1;
  if (!clauses.some(({ named }) => named.some((country) => countries.includes(country)))) return null;
  const found = new Map<string, Reading<InstrumentReading>>();
  for (const { text, named, isPlain } of clauses) {
    const isOwn = named.every((country) => countries.includes(country) && !found.has(country));
    if (!isPlain || named.length === 0 || !isOwn || toolsIn(text).length > 1) return "unclear";
    for (const country of named) found.set(country, readInstrument(only ? cell : text.trim()));
  }
  return found;
}

type Clause = {
  text: string;
  /** Third countries that it names. */
  named: string[];
  /** No word of it is left over, and its countries stand together on one side of its tool. */
  isPlain: boolean;
};

const PIECES = /[;,\n،؛]|\s(?:et|and|und|y|e|en|&|\+|\/)\s|\sو(?=\p{L})/u;

/** Each clause has one tool; what has none belongs to the tool on the side on which the cell writes its countries. */
function clausesOf(cell: string, countries: readonly string[]): Clause[] {
  const pieces = cell.split(PIECES).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const first = pieces.find(saysTool) ?? "";
  const isCountryFirst = !saysTool(pieces[0] ?? "") || sidesOf(first, countries).before.length > 0;
  const texts: string[] = [];
  let open = "";
  for (const piece of pieces) {
    const hasTool = saysTool(piece);
    if (isCountryFirst) {
      open = `${open} ${piece}`;
      if (hasTool) texts.push(open);
      if (hasTool) open = "";
    } else if (hasTool || texts.length === 0) texts.push(piece);
    else texts.push(`${texts.pop() ?? ""} ${piece}`);
  }
  if (open.trim() !== "") texts.push(open);
  return texts.map((text) => clauseOf(text, countries, isCountryFirst));
}

/** A tool, or that there is none or none yet: "Suriname: geen", "rien pour MG", "India: to be signed". */
function saysTool(piece: string): boolean {
  return toolsIn(piece).length > 0 || findQualifiers(piece).some(({ kind }) => ABSENT.has(kind));
}

const ABSENT: ReadonlySet<string> = new Set(["negation", "planned", "ended", "unknown"]);

function clauseOf(text: string, countries: readonly string[], isCountryFirst: boolean): Clause {
  const { before, after } = sidesOf(text, countries);
  const isOneSided =
    toolsIn(text).length === 0 || (isCountryFirst ? after.length === 0 : before.length === 0);
  const named = [...new Set([...before, ...after])];
  const used = new Set(findQualifiers(text).flatMap(({ words }) => words.split(" ")));
  const left = wordsBesideTools(withoutTools(text), countries).filter((word) => !used.has(word));
  return { text, named, isPlain: isOneSided && left.length === 0 };
}

/** Third countries named before and after the tool of a text. */
function sidesOf(text: string, countries: readonly string[]): { before: string[]; after: string[] } {
  const rest = withoutTools(text);
  const at = rest.indexOf(TOOL_MARK);
  if (at < 0) return { before: thirdCountriesIn(rest, countries), after: [] };
  return {
    before: thirdCountriesIn(rest.slice(0, at), countries),
    after: thirdCountriesIn(rest.slice(at + 1), countries),
  };
}

const TOOL_MARK = "\u0000";

function thirdCountriesIn(text: string, countries: readonly string[]): string[] {
  const codes = tokensOf(text).flatMap((token) => countryOfToken(token, countries) ?? []);
  const named = findPlacesWithin(text).map(({ country }) => country);
  return [...new Set([...named, ...codes])].filter(isThirdCountry);
}

function tokensOf(text: string): string[] {
  return text.match(/[\p{L}]+/gu) ?? [];
}
