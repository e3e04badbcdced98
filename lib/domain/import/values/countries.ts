import { EEA_MEMBERSHIPS } from "@/lib/domain/statute/eea";
import type { PlaceKind } from "@/lib/domain/country/place-kinds";
import type { Answer } from "@/lib/domain/processing-record/content";
import { mentionsRegion, namesNoPlace } from "@/lib/domain/processing-record/unnamed-places";
import { doubt, question, reading, type CellDoubt, type Reading } from "../doubts";
import { fold } from "@/lib/domain/text/fold";
import { findQualifiers, pointsElsewhere, readDitto, unusedWords } from "@/lib/domain/text/qualifiers";
import { findPlacesWithin } from "@/lib/domain/country/places";
import { flagsAsCodes } from "@/lib/domain/country/place-words";
import { readTownCode, statesOf } from "@/lib/domain/country/town-codes";
import { readAnswer } from "./answer";
import {
  mergePlaces,
  readPart,
  splitCountries,
  usedWords,
  WITHIN_UNION,
  type CountryPart,
  type NamedPlace,
} from "./country-parts";
import { splitParts } from "./list";
import { isBlankCell, readNoAnswer } from "./none";
import { countriesIn, readQualifiedPlaces } from "./qualified-places";

export type TransferReading = {
  answer: Answer;
  destinations: NamedPlace[];
  /** Reason for no country: "données hébergées à Paris". */
  reason: string;
  /** The cell's own words, where the countries do not say all of it. */
  text: string;
};

const OUTSIDE =
  /^(?:hors|outside|exterieur|non|خارج)\b.*\b(?:ue|u e|eu|e u|eee|eea|union|europe)\b|^(?:pays tiers|third countr)|^خارج/;
/** "non-EU", "Nicht-EU": one word, and no answer. */
const NOT_OF_UNION = /^(?:non|nicht|niet|no|extra)-(?:eu|ue|eee|eea|ewr|eer|ee|u\.?e\.?)(?!\p{L})/iu;
/** Members of the day the file is read: a member that left is a third country. */
const MEMBERS = new Set(EEA_MEMBERSHIPS.filter(({ until }) => until === null).map(({ country }) => country));

/**
 * Countries of access or transfer, art. 30(2)(c): "Maroc (Casablanca, Rabat)", "Maroc ; Sénégal", "Hors UE", "Aucun".
 * A question is made of words that deny, limit or date a country, and of words that no reader used.
 */
export function readTransferCountries(cell: string): Reading<TransferReading> {
  const written = cell.trim();
  if (written === "") return reading(emptyReading("unanswered"));
  if (readDitto(written) || pointsElsewhere(written))
    return reading({ ...emptyReading("unanswered"), text: written }, [doubt("refersElsewhere", written)]);
  const stated = flagsAsCodes(written).trim();
  const folded = fold(stated);
  if (NOT_OF_UNION.test(stated)) return readListed(written, stated) ?? readUnnamed(written);
  if (WITHIN_UNION.test(folded)) return reading({ ...emptyReading("no"), reason: written });
  const silence = readNoAnswer(stated);
  const isNone = silence?.kind === "none" || silence?.kind === "not-applicable";
  if (isNone && !isQualifiedNone(silence.rest)) return readNone(written, silence);
  if (isBlankCell(stated)) return readAnswered(written);
  // "NC" is the code of New Caledonia, and in a cell it means "not communicated".
  if (isUnknown(stated)) return reading(emptyReading("unanswered"), [], written);
  if (findQualifiers(withoutElsewhere(stated)).length > 0) return readLimited(written, stated);
  const listed = OUTSIDE.test(folded) ? readListed(written, stated) : null;
  if (listed) return listed;
  if (OUTSIDE.test(folded) || (mentionsRegion(stated) && namesNoPlace(stated))) return readUnnamed(written);
  return readNamed(written, stated);
}

const ELSEWHERE_PHRASE =
  /(?<!\p{L})(?:hors(?: de)?|en dehors(?: de)?|outside(?: of)?|extra|non)[ -](?:l[’'])?(?:the )?(?:ue|u\.e\.?|eu|e\.u\.?|eee|eea|union(?: europ[ée]enne)?|europe|european union)(?!\p{L})|خارج (?:الاتحاد(?: الأوروبي)?|أوروبا)/giu;

/** « hors UE » says where, and excepts nothing. */
function withoutElsewhere(text: string): string {
  return text.replace(ELSEWHERE_PHRASE, " ");
}

/** "Aucun (sauf support Maroc)", « Aucun accès depuis le Maroc » : what follows the no names a third country or limits it. */
function isQualifiedNone(rest: string): boolean {
  const stated = withoutElsewhere(rest);
  return (
    findQualifiers(stated).some(({ kind }) => kind !== "negation") || countriesIn(stated).some(isThirdCountry)
  );
}

/** True outside the EEA as it stands. */
export function isThirdCountry(country: string): boolean {
  return !MEMBERS.has(country);
}

/** A transfer that is denied, limited, over or only planned: the reading is proposed, and a person settles it. */
function readLimited(written: string, stated: string): Reading<TransferReading> {
  const { included, excluded, words, kinds } = readQualifiedPlaces(withoutElsewhere(stated), isThirdCountry);
  const third = included.filter(isThirdCountry);
  const unnamed = included.length === 0 && excluded.length === 0 && mentionsAbroad(stated);
  const doubts = [
    question("wordsUnsettled", written, {
      words: [...new Set(words)].join(", "),
      ...(third.length > 0 ? { countries: third.join("|") } : {}),
      ...(third.length === 0 && included.length + excluded.length > 0 ? { result: "none" } : {}),
    }),
    ...(unnamed ? [doubt("countryUnnamed", written)] : []),
  ];
  if (third.length > 0)
    return reading(
      {
        ...emptyReading("yes"),
        destinations: included.map((country) => placeOf(country, kinds.get(country))),
        text: written,
      },
      doubts,
    );
  if (included.length + excluded.length === 0)
    return reading({ ...emptyReading(unnamed ? "yes" : "unanswered"), text: written }, doubts);
  return reading({ ...emptyReading("no"), reason: written }, doubts);
}

function placeOf(country: string, placeKind: PlaceKind | undefined): NamedPlace {
  return placeKind ? { country, place: "", placeKind } : { country, place: "" };
}

function isUnknown(stated: string): boolean {
  const qualifiers = findQualifiers(stated);
  const used = new Set(qualifiers.flatMap(({ words }) => words.split(" ")));
  if (qualifiers.length === 0) return false;
  return qualifiers.every(({ kind }) => kind === "unknown") && unusedWords(stated, used).length === 0;
}

/** "Hors UE", "Oui (hors UE)": a transfer, and no country by its name. */
function readUnnamed(written: string): Reading<TransferReading> {
  const places = findPlacesWithin(written);
  if (places.length > 0 && !(mentionsRegion(written) && namesNoPlace(written)))
    return readNamed(written, flagsAsCodes(written).trim());
  return reading({ ...emptyReading("yes"), text: written }, [doubt("countryUnnamed", written)]);
}

/** "Hors UE : MA, SN, CI" names the countries after the region; null where what follows names something else too. */
function readListed(written: string, stated: string): Reading<TransferReading> | null {
  const [, after = ""] = /^[^:]{1,40}:(.+)$/su.exec(stated) ?? [];
  const named = readNamed(written, after.trim());
  return named.value.destinations.length > 0 && named.doubts.length === 0 ? named : null;
}

/** "Aucun – données hébergées à Paris": a no, and a reason that the rules may refuse. */
function readNone(written: string, { kind, rest }: { kind: string; rest: string }): Reading<TransferReading> {
  const countries = findPlacesWithin(rest).map(({ country }) => country);
  const doubts =
    countries.length > 0 ? [doubt("noneButPlace", written, { countries: countries.join("|") })] : [];
  const reason = rest === "" && kind === "not-applicable" ? written : rest;
  return reading({ ...emptyReading("no"), reason }, doubts);
}

/** "Oui", "x": answered, and no country. "à compléter": not answered. */
function readAnswered(written: string): Reading<TransferReading> {
  if (readAnswer(written).value.answer !== "yes") return reading(emptyReading("unanswered"), [], written);
  return reading({ ...emptyReading("yes"), text: written }, [doubt("countryUnnamed", written)]);
}

/** Parts of a cell, sentences too: "Agents : Fès. Serveurs : Paris." A mark alone says nothing. */
function sentencesOf(stated: string): string[] {
  const parts = splitParts(stated.replace(/(?<=[\p{L})]{3})\.(?:\s+(?=\p{Lu})|\s*$)/gu, " ; "));
  return parts.some(hasWord) ? parts.filter(hasWord) : parts;
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function readNamed(written: string, stated: string): Reading<TransferReading> {
  const parts = sentencesOf(stated).flatMap(splitCountries).map(readPart);
  const found = parts.flatMap(({ places }) => places);
  const unread = parts.filter(({ isWhole }) => !isWhole);
  const unknown = parts.filter(({ places, isWhole }) => places.length === 0 && !isWhole);
  const unnamed = unread.filter(({ part }) => mentionsAbroad(part));
  const countries = [...new Set(found.flatMap(({ country }) => country ?? []))].join("|");
  const vague = [...new Set([...unnamed, ...unknown])];
  // Beside a country that is read, nothing of the entry would say any more that another is missing.
  const isAsked = found.length > 0;
  const missed = missedIn(stated, found);
  const asked = [
    ...questionsOf(parts, { cell: written, countries, vague: isAsked ? vague : [] }),
    ...(missed.length > 0
      ? [
          question("wordsUnsettled", written, {
            words: stated,
            countries: [...new Set([...found.flatMap(({ country }) => country ?? []), ...missed])].join("|"),
          }),
        ]
      : []),
  ];
  // Article 44 begins at the border of the EEA: a cell that names only its members speaks of no transfer.
  if (
    unknown.length + unnamed.length + missed.length === 0 &&
    found.every(({ country }) => country !== null && MEMBERS.has(country))
  )
    return reading({ ...emptyReading("no"), reason: written }, asked);
  const doubts: CellDoubt[] = [
    ...(isAsked ? [] : vague).map((one) =>
      doubt(unnamed.includes(one) ? "countryUnnamed" : "countryUnknown", one.part),
    ),
    ...asked,
  ];
  return reading(
    {
      answer:
        found.length + missed.length > 0 || unnamed.length > 0 || readAnswer(written).value.answer === "yes"
          ? "yes"
          : "unanswered",
      destinations: mergePlaces([...found, ...missed.map((country) => ({ country, place: "" }))]),
      reason: "",
      text: unread.length > 0 ? written : "",
    },
    doubts,
  );
}

/** "France (support Maroc le week-end)": third countries that the cell names and that no part was read to say. */
function missedIn(stated: string, found: readonly NamedPlace[]): string[] {
  const read = new Set(found.map(({ country }) => country));
  if (read.size === 0 || read.has(null)) return [];
  // In capitals beside a country that is read, "US" is no pronoun.
  const states = /(?<!\p{L})(?:US|U\.S\.)(?!\p{L})/u.test(stated) ? ["US"] : [];
  const named = new Set([...countriesIn(stated), ...states]);
  return [...named].filter((country) => isThirdCountry(country) && !read.has(country));
}

/**
 * Homonyms, words beside a country that nobody read, and parts that name no country beside one that does: who stands where is for a person to say, once for a cell with
 * all its countries.
 */
function questionsOf(
  parts: readonly CountryPart[],
  { cell, countries, vague }: { cell: string; countries: string; vague: readonly CountryPart[] },
): CellDoubt[] {
  const asked = parts.flatMap(({ part, places }) => {
    const homonyms = places.flatMap(({ country, place }) => (country === null ? statesOf(place) : []));
    return homonyms.length > 0
      ? [question("placeHomonym", cell, { options: homonyms.join("|"), place: part })]
      : [];
  });
  const words = [...new Set([...parts.flatMap(unusedIn), ...vague.map(({ part }) => part)])].join(", ");
  return words === "" ? asked : [...asked, question("wordsUnsettled", cell, { words, countries })];
}

function unusedIn({ part, places, isWhole }: CountryPart): string[] {
  const isHomonym = places.some(({ country, place }) => country === null && statesOf(place).length > 0);
  if (isHomonym || isWhole || places.length === 0 || mentionsAbroad(part)) return [];
  // "Paris, TN": two places, or one of America.
  if (readTownCode(part)?.isList) return [part];
  const read = places.map(({ country }) => country);
  return [...(places.length > 1 ? alternativesIn(part) : []), ...unusedWords(part, usedWords(part, read))];
}

/** "Maroc ou Tunisie": which of them is not said. */
function alternativesIn(part: string): string[] {
  return [...part.matchAll(/(?<=\s)(?:ou|or|oder|o|u|of|أو|او)(?=\s)/giu)].map(([word]) => word);
}

const ELSEWHERE =
  / (?:hors (?:de )?(?:l )?(?:ue|u e|union|eee|europe)|etranger|pays tiers|third countr(?:y|ies)|abroad|overseas|outside|خارج|دول ثالثة) /;
const NEGATION = / (?:pas|aucune?|sans|ni|jamais|non|no|not|never|without|nor|لا|دون|بدون|غير) /;

/** "France, Maghreb", "Paris et étranger": some of the data go where nobody has named it. */
function mentionsAbroad(part: string): boolean {
  const folded = ` ${fold(part)} `;
  return mentionsRegion(part) || (ELSEWHERE.test(folded) && !NEGATION.test(folded));
}

function emptyReading(answer: Answer): TransferReading {
  return { answer, destinations: [], reason: "", text: "" };
}
