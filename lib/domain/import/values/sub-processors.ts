import type { Answer, SubProcessorNamed } from "@/lib/domain/processing-record/content";
import { findPlace } from "@/lib/domain/country/places";
import { flagsAsCodes } from "@/lib/domain/country/place-words";
import { readTownCode, statesOf } from "@/lib/domain/country/town-codes";
import { findQualifiers, pointsElsewhere, readDitto, unusedWords } from "@/lib/domain/text/qualifiers";
import { doubt, question, reading, type CellDoubt, type Reading } from "../doubts";
import { readAnswer } from "./answer";
import { saysNotChosen, wordsBesideNames } from "./beside-names";
import { readPart, splitCountries, type CountryPart, type NamedPlace } from "./country-parts";
import { splitParts } from "./list";
import { roleBefore, splitNames } from "./name-list";
import { isBlankCell, readNoAnswer } from "./none";
import { splitQualified } from "./qualified";

export type SubProcessorsReading = { answer: Answer; subProcessors: SubProcessorNamed[] };

const UNANSWERED: SubProcessorsReading = { answer: "unanswered", subProcessors: [] };

/**
 * "Ferrix SAS (France) – téléphonie" on each line; "néant" is a no, "oui" a yes that names nobody. What denies, dates or
 * conditions a name makes a question, and a reference to another paper names nobody.
 */
export function readSubProcessors(cell: string): Reading<SubProcessorsReading> {
  const written = cell.trim();
  if (written === "") return reading(UNANSWERED);
  if (readDitto(written) || pointsElsewhere(written))
    return reading(UNANSWERED, [doubt("refersElsewhere", written)], written);
  // A formula shows 0 for a cell that is blank.
  if (written === "0") return reading(UNANSWERED, [doubt("answerNotRead", written)], written);
  const { value: box } = readAnswer(written);
  if (box.answer !== "unanswered" && box.text === "" && written.length < 10) {
    return reading({ answer: box.answer, subProcessors: [] });
  }
  const silence = readNoAnswer(written);
  const qualifiers = findQualifiers(written);
  const isNone = silence?.kind === "none" || isBareNone(written);
  const isLimited = qualifiers.some(({ kind }) => kind !== "negation");
  if (isNone && !isLimited) {
    const named = namesIn(silence?.kind === "none" ? silence.rest : "");
    const asked = named === "" ? [] : [question("wordsUnsettled", written, { words: named, result: "none" })];
    return reading({ answer: "no", subProcessors: [] }, asked, isWhole(written) ? "" : written);
  }
  if (isBlankCell(written) || silence?.kind === "not-applicable") return readUnnamed(written);
  if (qualifiers.length > 0)
    return readQualified(
      written,
      qualifiers.map(({ words }) => words),
    );
  const read = readNames(written);
  const said = wordsBesideNames(written);
  if (said.length === 0) return read;
  const asked = question("wordsUnsettled", written, { words: said.join(", "), ...namesOf(read.value) });
  return { ...read, doubts: [asked, ...read.doubts] };
}

/** Words after a no that look like names, which it may not be meant of: "Non : OVH". */
function namesIn(rest: string): string {
  const [, ...after] = rest.split(/\s+/);
  const words = readNoAnswer(rest) ? after : rest.split(/\s+/);
  return words
    .filter((word) => /^[(«"“]*\p{Lu}\p{L}/u.test(word) && unusedWords(word, new Set()).length > 0)
    .join(" ");
}

/** "Néant", "Aucun": the word alone, with nothing to be kept. */
function isWhole(written: string): boolean {
  return readNoAnswer(written)?.rest === "";
}

/** « néant à ce jour » : a no, and words without a meaning of their own. */
function isBareNone(written: string): boolean {
  const denials = findQualifiers(written);
  const used = new Set(denials.flatMap(({ words }) => words.split(" ")));
  return (
    denials.length > 0 &&
    denials.every(({ kind }) => kind === "negation") &&
    unusedWords(written, used).length === 0
  );
}

function readUnnamed(written: string): Reading<SubProcessorsReading> {
  const { answer } = readAnswer(written).value;
  return reading({ answer, subProcessors: [] }, [], answer === "yes" ? "" : written);
}

const LIMITS =
  /^(?:(?:non|aucune?s?|néant|none|no|nil|لا|لا يوجد)\s{0,3}(?:[,:(–—-]\s{0,3})?)?(?:sauf|hormis|except[ée]?|excluding|but|autres? que|other than|salvo|excepto|außer|à l[’']exception d[eu’']\s?|باستثناء|إلا|ما عدا)\s+/iu;

/** "Non sauf OVH": the exception is a company; a company that is denied, over or planned is none. */
function readQualified(written: string, words: readonly string[]): Reading<SubProcessorsReading> {
  const ask = (result: Record<string, string>) =>
    question("wordsUnsettled", written, { words: [...new Set(words)].join(", "), ...result });
  const limited = LIMITS.exec(written);
  if (limited) {
    const after = written.slice(limited[0].length);
    const isOpened = after.lastIndexOf("(") >= 0;
    const rest = isOpened ? after : after.replace(/\)\s*$/u, "");
    const names = readNames(rest);
    return reading(names.value, [ask(namesOf(names.value)), ...names.doubts], written);
  }
  if (isUnknown(written)) return reading(UNANSWERED, [], written);
  const standing = splitNames(written).entries.filter(
    (entry) => findQualifiers(entry).length === 0 && readNoAnswer(entry) === null,
  );
  const named = standing.map(readEntry);
  const value: SubProcessorsReading =
    named.length === 0
      ? { answer: isDenied(written) ? "no" : "unanswered", subProcessors: [] }
      : { answer: "yes", subProcessors: named.map((one) => one.value) };
  return reading(value, [ask(namesOf(value)), ...named.flatMap(({ doubts }) => doubts)], written);
}

/** Shows in a question what the reading comes to. */
function namesOf({ answer, subProcessors }: SubProcessorsReading): Record<string, string> {
  if (subProcessors.length > 0) return { names: subProcessors.map(({ name }) => name).join(" · ") };
  return answer === "no" ? { result: "none" } : {};
}

function isUnknown(written: string): boolean {
  const found = findQualifiers(written);
  const used = new Set(found.flatMap(({ words }) => words.split(" ")));
  return found.every(({ kind }) => kind === "unknown") && unusedWords(written, used).length === 0;
}

function isDenied(written: string): boolean {
  return findQualifiers(written).some(({ kind }) => kind === "negation" || kind === "ended");
}

function readNames(written: string): Reading<SubProcessorsReading> {
  const { entries, isCertain } = splitNames(written);
  const nameless = entries.filter(namesNobody);
  const read = entries.filter((entry) => !nameless.includes(entry)).map(readEntry);
  if (nameless.length > 0) return readNameless(written, nameless, read);
  const names = read.map(({ value }) => value.name).join(" · ");
  return reading({ answer: "yes", subProcessors: read.map(({ value }) => value) }, [
    ...(isCertain ? [] : [question("namesUnsettled", written, { names })]),
    ...read.flatMap(({ doubts }) => doubts),
  ]);
}

/** "3 sous-traitants", "interne", "Oui : 2": words that name nobody are asked, and are no company. */
function readNameless(
  written: string,
  nameless: readonly string[],
  read: readonly Reading<SubProcessorNamed>[],
): Reading<SubProcessorsReading> {
  const named = read.map(({ value }) => value);
  const value: SubProcessorsReading = {
    answer: named.length > 0 ? "yes" : "unanswered",
    subProcessors: named,
  };
  const asked = question("wordsUnsettled", written, { words: nameless.join(", "), ...namesOf(value) });
  return reading(value, [asked, ...read.flatMap(({ doubts }) => doubts)], written);
}

const NOBODY = new Set(
  `
  sous traitant traitants prestataire prestataires fournisseur fournisseurs hebergeur hebergeurs editeur editeurs partenaire
  partenaires interne internes internalise externe externes societe societes filiale filiales groupe oui yes divers plusieurs
  autre autres tous liste sub processor processors vendor vendors provider providers supplier suppliers in house internal
  informatique informatiques technique techniques logiciel logiciels telecom it cloud editeur operateur operateurs nos notre our
  companies company internally several various others other external partner partners subsidiaries group intern extern dienstleister
  st stu sp all every one two three un une deux trois company group entire personnel staff freelance freelances
  proveedor proveedores interno internos varios fornitore fornitori
  local locale locaux locales ortsansassig lokal lokale
  معالج معالجون مزود مزودون مزودين داخلي شركاء محلي محلية محليون كل جميع متعاقد متعاقدون متعاقدين مناول مناولون مناولين من باطن بعض عدة
`
    .trim()
    .split(/\s+/),
);

function namesNobody(entry: string): boolean {
  if (saysNotChosen(entry)) return true;
  return [entry, splitQualified(entry).name].some((part) =>
    unusedWords(part, NOBODY).every((word) => /^\p{N}+$/u.test(word)),
  );
}

function readEntry(entry: string): Reading<SubProcessorNamed> {
  const parted = splitQualified(
    flagsAsCodes(entry)
      .replace(/\s?;\s?/g, " ")
      .trim(),
  );
  const role = roleBefore(parted.name);
  const full = parted.name.slice(role?.length ?? 0);
  const { name, address } = withoutAddress(full);
  const [place, after] = [parted.inBrackets ?? "", parted.after ?? ""];
  const service = [role?.role ?? "", after.trim()].filter((part) => part !== "").join(", ");
  const town = place === "" ? townAfterComma(full) : null;
  const seat = place === "" && town === null ? null : readSeat(entry, name.trim(), town ?? place);
  const found = place === "" ? placeAfterComma(full) : findPlace(place);
  const country = seat ? seat.country : (found?.country ?? null);
  const isStated = place === "" || (country !== null && found !== null && !found.isCity);
  const doubts = seat?.doubts ?? [];
  return reading(
    {
      name: name.trim(),
      country,
      service: withAddress(isStated ? service : withPlace(service, place), address),
      subProcessorId: null,
    },
    doubts,
  );
}

/**
 * The country where a company is established, of the words in brackets: where it hosts or helps says nothing of its seat,
 * and of several countries a person says which.
 */
function readSeat(
  entry: string,
  name: string,
  place: string,
): { country: string | null; doubts: CellDoubt[] } {
  const parts = splitParts(place).flatMap(splitCountries).map(readPart);
  const countries = (of: readonly CountryPart[]) => [
    ...new Set(
      of.flatMap(({ places }) =>
        places.flatMap((one) => (one.country === null ? statesOf(one.place) : [one.country])),
      ),
    ),
  ];
  const named = countries(parts.filter(({ places }) => places.every(isSeat)));
  const [country = null] = named;
  if (named.length === 1) return { country, doubts: [] };
  if (named.length > 1) {
    const asked = question("subProcessorSeat", entry, { options: named.join("|"), name });
    return { country: null, doubts: [asked] };
  }
  const isDoing = countries(parts).length > 0;
  return {
    country: null,
    doubts: [doubt(isDoing ? "subProcessorSeatUnsaid" : "subProcessorPlaceUnknown", entry)],
  };
}

function isSeat({ placeKind = "establishment" }: NamedPlace): boolean {
  return placeKind === "establishment";
}

/** "Ferrix SAS, 12 rue de la Paix, 75002 Paris": the address is no part of the name. */
function withoutAddress(name: string): { name: string; address: string } {
  const at = name.search(
    /,\s*\d+(?:\s?(?:bis|ter))?,?\s+\p{L}|,[^,]{2,40},\s*\p{Lu}{2}\s\d{5}|,\s*(?:bp|lot|immeuble|zone|شارع|زنقة)\s/iu,
  );
  return at < 0 ? { name, address: "" } : { name: name.slice(0, at), address: name.slice(at + 1).trim() };
}

function withAddress(service: string, address: string): string {
  return [service, address].filter((part) => part !== "").join(" – ");
}

/** "Zoom, San Jose, CA": the last two parts of a name are a town and its state. */
function townAfterComma(name: string): string | null {
  const town = name.split(",").slice(-2).join(",").trim();
  return name.split(",").length > 2 && readTownCode(town) !== null ? town : null;
}

/** "Ferrix SARL, Dakar". */
function placeAfterComma(name: string): ReturnType<typeof findPlace> {
  const comma = name.lastIndexOf(",");
  const last = name.slice(comma + 1).trim();
  return comma < 0 ? null : findPlace(last.replace(/^\d{4,5}\s+/, ""));
}

/** The town stands nowhere else in an entry: it is kept with what is done there. */
function withPlace(service: string, place: string): string {
  return [service.trim(), `(${place.trim()})`].filter((part) => part !== "").join(" ");
}
