import { ADEQUATE_COUNTRY_NAMES } from "./adequate-country-names";
import {
  ARABIC_COUNTRY_NAMES,
  CITY_NAMES,
  COUNTRY_ALIASES,
  COUNTRY_NAMES,
  EQUIVOCAL_NAMES,
} from "./country-lexicon";
import { alpha2Of } from "./country-codes";
import { homonymsOf } from "./place-words";
import { EUROPEAN_COUNTRY_NAMES } from "./european-country-names";
import { fold } from "@/lib/domain/text/fold";

/** A country, ISO 3166-1 alpha-2, and whether it was known by one of its towns. */
export type Place = { country: string; isCity: boolean };

const CITIES = unpack(CITY_NAMES);
const COUNTRIES = new Map([
  ...unpack(ARABIC_COUNTRY_NAMES),
  ...unpack(COUNTRY_NAMES),
  ...unpack(COUNTRY_ALIASES),
  ...unpack(ADEQUATE_COUNTRY_NAMES),
  ...unpack(EUROPEAN_COUNTRY_NAMES),
]);
const CODES = new Set(COUNTRIES.values());
const EQUIVOCAL = new Set(EQUIVOCAL_NAMES.split(" "));
const ARTICLE = /^(?:au|aux|en|le|la|les|l|du|de la|de l|the|in) /;
const SHORTEST_WITHIN = 4;
const LONGEST_NAME = 9;

/** The place a whole text names: "MAROC", "Morocco", "المغرب", "Casablanca", "MA". */
export function findPlace(text: string): Place | null {
  const code = text.trim();
  if (/^[A-Z]{2}$/.test(code) && CODES.has(code)) return { country: code, isCity: false };
  const short = alpha2Of(code);
  if (short && CODES.has(short)) return { country: short, isCity: false };
  const name = fold(text).replace(/ cedex( \d+)?$/, "");
  return findNamed(name) ?? findNamed(name.replace(ARTICLE, ""));
}

/** Every place named inside a sentence, each country once, in order: "serveurs à Paris, accès de Dakar" → FR, SN. */
export function findPlacesWithin(text: string): Place[] {
  const words = fold(withShortNames(text)).split(" ");
  const found: Place[] = [];
  for (let at = 0; at < words.length;) {
    const match = longestNameAt(words, at);
    if (match && !found.some(({ country }) => country === match.place.country)) found.push(match.place);
    at += match?.length ?? 1;
  }
  return found;
}

/** Short names that their capitals or their accent tell apart from other words; "GB" is a measure too, "US" a pronoun. */
const SHORT_NAMES: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:UK|U\.K\.)(?!\p{L})/gu, " Royaume-Uni "],
  [/(?<!\p{L})(?:USA|U\.S\.A\.)(?!\p{L})/gu, " États-Unis "],
  [/(?<!\p{L})UAE(?!\p{L})/gu, " Émirats arabes unis "],
  [/(?<!\p{L})F(?:è|e\u0300|È|E\u0300)[sS](?!\p{L})/gu, " Maroc "],
];

function withShortNames(text: string): string {
  return SHORT_NAMES.reduce((long, [short, name]) => long.replace(short, name), text);
}

/** The first name inside a sentence that more than one state bears, folded: "serveurs au Congo" → "congo". Null for none. */
export function findHomonymWithin(text: string): string | null {
  const words = fold(text).split(" ");
  for (let at = 0; at < words.length;) {
    const length = longestNameAt(words, at)?.length ?? 1;
    const name = words.slice(at, at + length).join(" ");
    if (homonymsOf(name).length > 0) return name;
    at += length;
  }
  return null;
}

function longestNameAt(words: string[], at: number): { place: Place; length: number } | null {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
    const name = words.slice(at, at + length).join(" ");
    const isTooPlain = name.length < SHORTEST_WITHIN || EQUIVOCAL.has(name);
    const place = isTooPlain ? null : findNamed(name);
    if (place) return { place, length };
  }
  return null;
}

/** A country wins over a town of the same name. */
function findNamed(name: string): Place | null {
  const country = COUNTRIES.get(name);
  if (country) return { country, isCity: false };
  const city = CITIES.get(name);
  return city ? { country: city, isCity: true } : null;
}

/** "MA Maroc / Morocco ; …" → folded name → code. */
function unpack(packed: string): Map<string, string> {
  const entries = packed
    .replace(/\s+/g, " ")
    .split(";")
    .map((entry) => entry.trim());
  return new Map(
    entries
      .filter((entry) => entry !== "")
      .flatMap((entry) =>
        entry
          .slice(3)
          .split(" / ")
          .map((name) => [fold(name), entry.slice(0, 2)] as const),
      ),
  );
}
