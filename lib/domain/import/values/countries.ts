import { namesAdequateOrganisation } from "@/lib/domain/statute/adequacy";
import { EEA_MEMBERSHIPS } from "@/lib/domain/statute/eea";
import type { Answer } from "@/lib/domain/processing-record/content";
import { mentionsRegion, namesNoPlace, withoutRegions } from "@/lib/domain/processing-record/unnamed-places";
import { doubt, reading, type CellDoubt, type Reading } from "../doubts";
import { fold } from "@/lib/domain/text/fold";
import { findPlace, findPlacesWithin } from "@/lib/domain/country/places";
import { readAnswer } from "./answer";
import { splitOutside, splitParts } from "./list";
import { isBlankCell, readNoAnswer } from "./none";
import { splitQualified } from "./qualified";

/** A country, or an international organisation by its name. */
type NamedPlace = { country: string | null; place: string; internationalOrganisation?: string };

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
const WITHIN =
  /^(?:(?:dans |au sein de |within |only |uniquement |seulement )*(?:l |the )?(?:ue|eu|eee|eea|union europeenne|european union|europe)(?: uniquement| seulement| only)?)$/;

/** Members of the day the file is read: a member that left is a third country. */
const MEMBERS = new Set(EEA_MEMBERSHIPS.filter(({ until }) => until === null).map(({ country }) => country));

/** Countries of access or transfer, art. 30(2)(c): "Maroc (Casablanca, Rabat)", "Maroc ; Sénégal", "Hors UE", "Aucun". */
export function readTransferCountries(cell: string): Reading<TransferReading> {
  const written = cell.trim();
  if (written === "") return reading(emptyReading("unanswered"));
  const folded = fold(written);
  if (OUTSIDE.test(folded) || (mentionsRegion(written) && namesNoPlace(written))) return readUnnamed(written);
  if (WITHIN.test(folded)) return reading({ ...emptyReading("no"), reason: written });
  const silence = readNoAnswer(written);
  if (silence?.kind === "none" || silence?.kind === "not-applicable") return readNone(written, silence);
  if (isBlankCell(written)) return readAnswered(written);
  return readNamed(written);
}

/** "Hors UE", "Oui (hors UE)": a transfer, and no country by its name. */
function readUnnamed(written: string): Reading<TransferReading> {
  const places = findPlacesWithin(written);
  if (places.length > 0 && !(mentionsRegion(written) && namesNoPlace(written))) return readNamed(written);
  return reading({ ...emptyReading("yes"), text: written }, [doubt("countryUnnamed", written)]);
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

function readNamed(written: string): Reading<TransferReading> {
  const parts = splitParts(written).flatMap(splitCountries).map(readPart);
  const found = parts.flatMap(({ places }) => places);
  const unread = parts.filter(({ isWhole }) => !isWhole);
  const unknown = parts.filter(({ places }) => places.length === 0);
  const unnamed = unread.filter(({ part }) => mentionsAbroad(part));
  // Article 44 begins at the border of the EEA: a cell that names only its members speaks of no transfer.
  if (
    unknown.length + unnamed.length === 0 &&
    found.every(({ country }) => country !== null && MEMBERS.has(country))
  )
    return reading({ ...emptyReading("no"), reason: written });
  const doubts: CellDoubt[] = [
    ...unnamed.map(({ part }) => doubt("countryUnnamed", part)),
    ...unknown.filter((part) => !unnamed.includes(part)).map(({ part }) => doubt("countryUnknown", part)),
  ];
  return reading(
    {
      answer:
        found.length > 0 || unnamed.length > 0 || readAnswer(written).value.answer === "yes"
          ? "yes"
          : "unanswered",
      destinations: mergePlaces(found),
      reason: "",
      text: unread.length > 0 ? written : "",
    },
    doubts,
  );
}

const ELSEWHERE =
  / (?:hors (?:de )?(?:l )?(?:ue|u e|union|eee|europe)|etranger|pays tiers|third countr(?:y|ies)|abroad|overseas|outside|خارج|دول ثالثة) /;
const NEGATION = / (?:pas|aucune?|sans|ni|jamais|non|no|not|never|without|nor|لا|دون|بدون|غير) /;

/** "France, Maghreb", "Paris et étranger": some of the data go where nobody has named it. */
function mentionsAbroad(part: string): boolean {
  const folded = ` ${fold(part)} `;
  return mentionsRegion(part) || (ELSEWHERE.test(folded) && !NEGATION.test(folded));
}

type Part = { part: string; places: NamedPlace[]; isWhole: boolean };

/** "Maroc (Casablanca, Rabat)", "Dakar", "Maroc – plateau de nuit", "accès depuis le Maroc". */
function readPart(part: string): Part {
  // The Patent Organisation sits in Munich and The Hague, and is no member for that.
  if (namesAdequateOrganisation(part))
    return { part, places: [{ country: null, place: "", internationalOrganisation: part }], isWhole: true };
  const whole = findPlace(part);
  if (whole)
    return { part, places: [{ country: whole.country, place: whole.isCity ? part : "" }], isWhole: true };
  const { name, inBrackets, after } = splitQualified(part);
  const named = inBrackets !== null && after !== null ? null : findPlace(name);
  if (named) return readQualified(part, named, name, (inBrackets ?? after ?? "").trim());
  const within = findPlacesWithin(mentionsRegion(part) ? withoutRegions(part) : part);
  return { part, places: within.map(({ country }) => ({ country, place: "" })), isWhole: false };
}

/** "Dakar (Sénégal)" and "Sénégal (Dakar)" are one place. */
function readQualified(
  part: string,
  named: { country: string; isCity: boolean },
  name: string,
  detail: string,
): Part {
  const place = !named.isCity
    ? detail
    : findPlace(detail)?.country === named.country
      ? name
      : `${name}, ${detail}`;
  return { part, places: [{ country: named.country, place }], isWhole: true };
}

/** Commas, "et" and slashes part countries only where each side is a place of its own. */
function splitCountries(part: string): string[] {
  if (namesAdequateOrganisation(part)) return [part];
  const pieces = splitOutside(part.replace(/\s(?:et|and|&)\s|\s?[/+]\s?|\sو(?=\p{L})/gu, " , "), ",،");
  return pieces.length > 1 && pieces.every((item) => readPart(item).isWhole) ? pieces : [part];
}

/** "Maroc, Casablanca, Rabat" is one country with its places. */
function mergePlaces(found: NamedPlace[]): NamedPlace[] {
  const merged = new Map<string, NamedPlace & { names: string[] }>();
  for (const named of found) {
    const key = named.country ?? named.internationalOrganisation ?? "";
    const names = [...(merged.get(key)?.names ?? []), ...(named.place === "" ? [] : [named.place])];
    merged.set(key, { ...named, names });
  }
  return [...merged.values()].map(({ names, ...named }) => ({
    ...named,
    place: [...new Set(names)].join(", "),
  }));
}

function emptyReading(answer: Answer): TransferReading {
  return { answer, destinations: [], reason: "", text: "" };
}
