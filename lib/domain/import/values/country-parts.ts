import { countryOfAdjective, homonymsOf } from "@/lib/domain/country/place-words";
import { readTownCode } from "@/lib/domain/country/town-codes";
import { findHomonymWithin, findPlace } from "@/lib/domain/country/places";
import { mentionsRegion, withoutRegions } from "@/lib/domain/processing-record/unnamed-places";
import { namesAdequateOrganisation } from "@/lib/domain/statute/adequacy";
import { fold } from "@/lib/domain/text/fold";
import { unusedWords } from "@/lib/domain/text/qualifiers";
import { foldedWords } from "@/lib/domain/text/vagueness";
import { splitOutside } from "./list";
import { splitQualified } from "./qualified";
import type { PlaceKind } from "@/lib/domain/country/place-kinds";
import { KIND_WORDS, kindsOfDetail, splitKind, withoutMarks } from "./place-kinds";
import { countriesIn, placeOfPhrase } from "./qualified-places";

/** A country, or an international organisation by its name; `placeKind` where the cell says what is done there. */
export type NamedPlace = {
  country: string | null;
  place: string;
  placeKind?: PlaceKind;
  internationalOrganisation?: string;
};

/** Words for the Union or the EEA alone. */
export const WITHIN_UNION =
  /^(?:(?:dans |au sein de |within |only |uniquement |seulement )*(?:l |the )?(?:ue|eu|eee|eea|union europeenne|european union|europe)(?: uniquement| seulement| only)?)$/;

/** A part of a cell, with the places read of it; `isWhole` where no word of it is left over. */
export type CountryPart = { part: string; places: NamedPlace[]; isWhole: boolean };

/** "Maroc (Casablanca, Rabat)", "Dakar", "Maroc – plateau de nuit", "accès depuis le Maroc". */
export function readPart(part: string): CountryPart {
  // The Patent Organisation sits in Munich and The Hague, and is no member for that.
  if (namesAdequateOrganisation(part))
    return { part, places: [{ country: null, place: "", internationalOrganisation: part }], isWhole: true };
  const homonyms = homonymsOf(part);
  if (homonyms.length > 0) return { part, places: [{ country: null, place: part }], isWhole: true };
  const town = readTown(part);
  if (town) return town;
  const homonym = findHomonymWithin(part);
  if (homonym !== null) return readBesideHomonym(part, homonym);
  if (WITHIN_UNION.test(fold(part))) return { part, places: [], isWhole: true };
  const whole = findPlace(part);
  if (whole)
    return { part, places: [{ country: whole.country, place: whole.isCity ? part : "" }], isWhole: true };
  const kinded = readStated(part) ?? readKinded(part);
  if (kinded) return kinded;
  const phrase = placeOfPhrase(part);
  if (phrase)
    return {
      part,
      places: [{ country: phrase.country, place: phrase.isCity ? phrase.name : "" }],
      isWhole: true,
    };
  const { name, inBrackets, after } = splitQualified(part);
  const named = inBrackets !== null && after !== null ? null : findPlace(name);
  if (named) return readQualified(part, named, name, (inBrackets ?? after ?? "").trim());
  const within = countriesIn(mentionsRegion(part) ? withoutRegions(part) : part);
  return { part, places: within.map((country) => ({ country, place: "" })), isWhole: false };
}

/** "San Francisco, CA", "Menlo Park (CA)", "serveurs à Menlo Park, CA": the code is a part of a country, or a country. */
function readTown(part: string): CountryPart | null {
  const split = splitKind(part);
  const said =
    split === null ? part : split.rest.replace(/^(?:à|a|in|en|at|au|aux|de|depuis|from|vers|,|:)\s+/iu, "");
  const read = readTownCode(said);
  if (!read) return null;
  const { town, countries, isList } = read;
  if (isList) return { part, places: countries.map((country) => ({ country, place: "" })), isWhole: false };
  if (countries.length > 1) return { part, places: [{ country: null, place: said }], isWhole: true };
  const [placeKind, another] = split?.kinds ?? [];
  const isStated = placeKind !== undefined && another === undefined;
  return {
    part,
    places: countries.map((country) =>
      isStated ? { country, place: town, placeKind } : { country, place: town },
    ),
    isWhole: split === null || isStated,
  };
}

/** "serveurs au Congo": which of the states is asked, and the words beside it stay in the cell. */
function readBesideHomonym(part: string, homonym: string): CountryPart {
  const states = homonymsOf(homonym);
  const others = countriesIn(part).filter((country) => !states.includes(country));
  const places = [{ country: null, place: homonym }, ...others.map((country) => ({ country, place: "" }))];
  return { part, places, isWhole: false };
}

/** "Maroc (support, Casablanca)", as the register is exported: a country with its kind is a statement, and asks nothing. */
function readStated(part: string): CountryPart | null {
  const { name, inBrackets, after } = splitQualified(part);
  const named = after === null && inBrackets !== null ? findPlace(name) : null;
  if (!named || named.isCity) return null;
  const { kinds, place } = kindsOfDetail(inBrackets ?? "");
  if (kinds.length === 0) return null;
  const places = kinds.map((placeKind) => ({ country: named.country, place, placeKind }));
  return { part, places, isWhole: true };
}

/**
 * "hébergé en Irlande", "Support : Casablanca". Who is established somewhere may see nothing from there: its words are not
 * used, so that they are asked.
 */
function readKinded(part: string): CountryPart | null {
  const split = splitKind(part);
  if (!split) return null;
  const { name, inBrackets, after } = splitQualified(split.rest);
  const whole = placeOfPhrase(split.rest);
  const found = whole ?? (after === null && inBrackets ? placeOfPhrase(name) : null);
  if (!found) return null;
  const detail = whole ? "" : withoutMarks(inBrackets ?? "");
  const place = [split.words, found.isCity ? found.name : "", detail].filter(Boolean).join(", ");
  return {
    part,
    places: split.kinds.map((placeKind) => ({ country: found.country, place, placeKind })),
    isWhole: !split.kinds.includes("establishment"),
  };
}

/** "Dakar (Sénégal)" and "Sénégal (Dakar)" are one place. */
function readQualified(
  part: string,
  named: { country: string; isCity: boolean },
  name: string,
  detail: string,
): CountryPart {
  if (isUnplaced(detail)) return { part, places: [{ country: named.country, place: "" }], isWhole: false };
  const place = !named.isCity
    ? detail
    : findPlace(detail)?.country === named.country
      ? name
      : `${name}, ${detail}`;
  return { part, places: [{ country: named.country, place }], isWhole: true };
}

/** "Marokko (stillgelegt)", "Ireland (Northern)": words that name no town and tell nothing of what is done there. */
function isUnplaced(detail: string): boolean {
  if (
    /^(?:du |the )?(?:nord|sud|est|ouest|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?)$/iu.test(
      detail,
    )
  )
    return true;
  const words = unusedWords(detail, KIND_WORDS);
  if (words.length > 0 && TURNING.test(detail)) return true;
  return words.length > 0 && !/[\p{Lu}\p{Lo}]/u.test(detail) && words.some((word) => !PLACE_WORDS.has(word));
}

/** "en transition vers Portugal", "moved to Lisbon": a place that becomes another. */
const TURNING =
  /(?<!\p{L})(?:vers|transition|migration|transf[ée]r[ée]\p{L}{0,2}|moved|migrated|moving)(?!\p{L})/iu;

/** Words of a floor, a shift or a role beside a country. */
const PLACE_WORDS: ReadonlySet<string> = new Set(
  (
    "nuit jour soir matin week end weekend nearshore offshore onshore siege filiale agence bureau bureaux etage local locaux " +
    "principal principale secondaire production back front office teletravail remote home night day evening floor branch " +
    "hotline astreinte telephone telephonie voix voice chat mail email crm erp cloud saas it"
  ).split(" "),
);

const PARTING = /\s(?:et|and|und|y|&|[–—-])\s|\s?[/+]\s?|\sو(?=\p{L})/gu;

/** Commas, "et", dashes and slashes part countries only where each side is a place of its own. */
export function splitCountries(part: string): string[] {
  if (namesAdequateOrganisation(part)) return [part];
  if (findPlace(part) !== null || readTown(part) !== null) return [part];
  const pieces = splitOutside(part.replace(PARTING, " , "), ",،");
  const isPlace = (item: string) => {
    const { isWhole, places } = readPart(item);
    return isWhole || places.some(({ country, placeKind }) => country === null || placeKind !== undefined);
  };
  return pieces.length > 1 && pieces.every(isPlace) ? pieces : [part];
}

/** "Maroc, Casablanca, Rabat" is one country with its places; what is done there keeps them apart. */
export function mergePlaces(found: NamedPlace[]): NamedPlace[] {
  const merged = new Map<string, NamedPlace & { names: string[] }>();
  for (const named of found) {
    const name = named.country ?? named.internationalOrganisation ?? named.place;
    const key = JSON.stringify([name, named.placeKind ?? null]);
    const names = [...(merged.get(key)?.names ?? []), ...(named.place === "" ? [] : [named.place])];
    merged.set(key, { ...named, names });
  }
  return [...merged.values()].map(({ names, ...named }) => ({
    ...named,
    place: [...new Set(names)].join(", "),
  }));
}

/**
 * Words of names, regions and roles: each is part of what was read, or tells nothing of where. A place that is not among
 * those `read` is left over: "UK -> Morocco".
 */
export function usedWords(part: string, read: readonly (string | null)[]): ReadonlySet<string> {
  const words = foldedWords(part);
  const isRead = (country: string | null) => country !== null && read.includes(country);
  const used = new Set(words.filter((word) => KIND_WORDS.has(word) || isRead(countryOfAdjective(word))));
  words.forEach((_, first) => {
    for (let length = 1; length <= LONGEST_NAME && first + length <= words.length; length += 1) {
      const name = words.slice(first, first + length);
      const country = findPlace(name.join(" "))?.country;
      if (country !== undefined && read.includes(country)) for (const word of name) used.add(word);
    }
  });
  return used;
}

const LONGEST_NAME = 6;
