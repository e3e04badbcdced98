import type { PlaceKind } from "@/lib/domain/country/place-kinds";
import { kindsIn } from "./place-kinds";
import { itemAt } from "@/lib/domain/invariant/required";
import { findPlace, findPlacesWithin } from "@/lib/domain/country/places";
import { countryOfAdjective } from "@/lib/domain/country/place-words";
import { foldedWords } from "@/lib/domain/text/vagueness";
import { findQualifiers, type Qualifier } from "@/lib/domain/text/qualifiers";
import { LINK_WORDS } from "@/lib/domain/text/vagueness-words";
import { WITHOUT_MEANING } from "@/lib/domain/text/qualifier-words";

const SEQUENCE = "puis|ensuite|then|ثم";
const EXCEPTION =
  "sauf|hors|hormis|except[ée]?|excepting|excluding|but|mais|unless|باستثناء|إلا|الا|ما عدا|عدا|سوى|لكن";
const BETWEEN = new RegExp(
  `[,;\\n()[\\]،؛:]|\\s[–—-]\\s|\\s(?=(?:${SEQUENCE}|${EXCEPTION})(?:\\s|$))|\\s(?:et|and|&|\\+|/)\\s`,
  "iu",
);
const OPENS_SEQUENCE = new RegExp(`^(?:${SEQUENCE})(?:\\s|$)`, "iu");

type Clause = {
  countries: string[];
  doing: PlaceKind[];
  kinds: ReadonlySet<Qualifier["kind"]>;
  isExcluded: boolean;
};

/** Countries that a qualified text leaves standing, those that it takes away, and what is said to be done in each. */
export type QualifiedPlaces = {
  included: string[];
  excluded: string[];
  words: string[];
  kinds: ReadonlyMap<string, PlaceKind>;
};

/**
 * Reads places clause by clause: what is denied, over or only planned is taken away; "sauf" turns round what stands
 * before it; "puis" ends what stands before it. The reading is a proposal, for no grammar of a sentence is certain.
 */
export function readQualifiedPlaces(text: string, isThird: (country: string) => boolean): QualifiedPlaces {
  const parts = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const clauses = parts.map(readClause);
  let before: Clause | null = null;
  parts.forEach((part, at) => {
    if (OPENS_SEQUENCE.test(part)) clauses.slice(0, at).forEach((clause) => (clause.isExcluded = true));
    // "Maroc (non)", "Maroc : non": a denial of its own denies what stands before it.
    const own = itemAt(clauses, at);
    if (own.countries.length > 0) before = own;
    else if (own.isExcluded && before) before.isExcluded = true;
  });
  const hasMain = clauses.some((clause) => isMain(clause) && clause.countries.some(isThird));
  for (const clause of clauses)
    if (clause.kinds.has("exception")) clause.isExcluded = clause.isExcluded || hasMain;
  const included = clauses.filter(({ isExcluded }) => !isExcluded).flatMap(({ countries }) => countries);
  const excluded = clauses.filter(({ isExcluded }) => isExcluded).flatMap(({ countries }) => countries);
  return {
    included: [...new Set(included)],
    excluded: [...new Set(excluded)].filter((country) => !included.includes(country)),
    words: findQualifiers(text).map(({ words }) => words),
    kinds: new Map(clauses.flatMap(({ countries, doing }) => kindOfOne(countries, doing))),
  };
}

function isMain({ kinds, isExcluded }: Clause): boolean {
  return !kinds.has("exception") && !isExcluded;
}

function readClause(part: string): Clause {
  const said = part.replace(OPENS_SEQUENCE, "");
  const kinds = new Set(findQualifiers(said).map(({ kind }) => kind));
  const isExcluded = (["negation", "ended", "planned", "unknown"] as const).some((kind) => kinds.has(kind));
  return { countries: countriesIn(said), doing: kindsIn(said), kinds, isExcluded };
}

/** Returns what is done in the one country of a clause; a clause of several says it of none in particular. */
function kindOfOne(countries: readonly string[], doing: readonly PlaceKind[]): [string, PlaceKind][] {
  const [country, another] = countries;
  const [kind, second] = doing;
  return country && kind && another === undefined && second === undefined ? [[country, kind]] : [];
}

/** Countries named in a clause, by names, towns that fill it, and adjectives. */
export function countriesIn(text: string): string[] {
  const whole = placeOfPhrase(text);
  const named = whole ? [whole.country] : findPlacesWithin(text).map(({ country }) => country);
  const adjectives = foldedWords(text).flatMap((word) => countryOfAdjective(word) ?? []);
  return [...new Set([...named, ...adjectives])];
}

/** The place of a phrase with its small words: "depuis Casa", "accès au Maroc", "plateau de Dakar". */
export function placeOfPhrase(text: string): { country: string; isCity: boolean; name: string } | null {
  const words = text.trim().split(/\s+/);
  const isSmall = (word: string) =>
    foldedWords(word).every((one) => LINK_WORDS.has(one) || WITHOUT_MEANING.has(one));
  const first = words.findIndex((word) => !isSmall(word));
  const last = words.findLastIndex((word) => !isSmall(word));
  if (first < 0) return null;
  const name = words
    .slice(first, last + 1)
    .join(" ")
    .replace(/^[dl][’']/iu, "");
  const found = findPlace(name);
  return found && { ...found, name };
}
