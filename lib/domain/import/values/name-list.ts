import { companiesIn, isJoinedHouse } from "@/lib/domain/controller/companies";
import { itemAt } from "@/lib/domain/invariant/required";
import { findPlace } from "@/lib/domain/country/places";
import { readTownCode } from "@/lib/domain/country/town-codes";
import { fold } from "@/lib/domain/text/fold";
import { splitOutside, splitParts } from "./list";
import { splitQualified } from "./qualified";

/** Forms that end a name after a comma: "Zendesk, Inc.". Folded, without points. */
const FORM =
  /^(?:sas?|sasu|s a s|s a|sarl|s a r l|eurl|snc|sci|scop|se|gie|srl|s r l|sprl|bvba|bv|b v|nv|n v|gmbh|ag|kg|ltd|limited|plc|llp|llc|l l c|inc|incorporated|corp|corporation|co|company|slu|sl|s l|s l u|s a u|sau|s c|e v|ug|ohg|kgaa|ek|spa|s p a|snc|lda|cb|sarl au|ab|oy|as|aps)$/;
const STREET =
  /^\d+\s?(?:bis|ter)?\s|(?:^|\s)(?:rue|avenue|av|bd|boulevard|quai|place|chemin|route|impasse|zone|lot|immeuble|street|st|road|rd|lane|floor|suite|building|strasse|straße|calle|via|شارع|زنقة|حي)(?:\s|$|\.)|^\d{4,5}\s|^\p{Lu}{2}\s\d{5}(?:-\d{4})?$|^bp\s?\d/iu;

/** Each company of a cell with its remarks; `isCertain` is false where only the order of capitals parts two names. */
export type NameList = { entries: string[]; isCertain: boolean };

/**
 * Parts a list of companies as people write it: legal forms, places, streets and roles after a comma belong to the name
 * before it; "et", "&" and "and" part names and not houses of one name.
 */
export function splitNames(cell: string): NameList {
  const read = splitParts(cell.replace(NUMBERED, "\n")).flatMap(splitRoles).map(splitLine);
  return {
    entries: read.flatMap(({ entries }) => entries),
    // "OVH, AWS…" goes on with companies that nobody named.
    isCertain: !/(?:\.\.|…)\s*$/u.test(cell) && read.every(({ isCertain }) => isCertain),
  };
}

/** "1) OVH 2) AWS": numbers of a list within a line. */
const NUMBERED = /(?<=\S)\s+\(?\d{1,2}\)\s+(?=\p{L})/gu;

/** "OVH : hébergement / Sendgrid : e-mail": a slash between two names that each have a role. */
function splitRoles(line: string): string[] {
  const parts = line.split(/\s\/\s/u);
  return parts.length > 1 && parts.every((part) => /^[^:]{2,60}\s?:\s?\S/u.test(part)) ? parts : [line];
}

function splitLine(line: string): NameList {
  const pieces = joinTowns(splitOutside(line, ",،").flatMap(partForm));
  const joined: string[] = [];
  let isCertain = !mayBePartners(pieces);
  let hasRole = false;
  for (const piece of pieces) {
    const before = joined.at(-1);
    const fate: Fate = before === undefined ? "name" : belongs(piece, hasRole);
    if (before !== undefined && isUnknownTown(piece) && !isEndOfName(before)) isCertain = false;
    if (before === undefined || fate !== "part") joined.push(piece);
    else joined[joined.length - 1] = `${before}, ${piece}`;
    hasRole = (fate === "part" && hasRole) || splitQualified(piece).after !== null;
    if (fate === "unsure") isCertain = false;
  }
  const entries = joined.flatMap(splitJoined);
  isCertain = isCertain && !joined.some((one) => TIGHT.test(splitQualified(one).name));
  return { entries, isCertain: isCertain && !entries.some((one) => mayBeTwo(one) || mayBeSentence(one)) };
}

/** "AWS/EMEA SARL", "SAP/Ariba": two companies, or one with the name of its part or its house. */
const TIGHT = /\p{L}\.?\/\p{L}/u;

/** "Menlo Park" and "CA" of an address are one piece. */
function joinTowns(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isTown = joined.length > 1 && before !== undefined && readTownCode(`${before}, ${piece}`) !== null;
    if (isTown) joined[joined.length - 1] = `${before}, ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

/** "Twilio, CA": a town that is not known may be a company. */
function isUnknownTown(piece: string): boolean {
  const town = readTownCode(piece);
  return town !== null && findPlace(town.town) === null;
}

/** True for a company up to its legal form or its street: what follows is its address. */
function isEndOfName(text: string): boolean {
  const last = text.split(/[,\s]+/u).at(-1) ?? "";
  return FORM.test(fold(last).replace(/\s/g, " ")) || /,\s*\d/u.test(text);
}

/** Forms of a house of partners, whose names it lists. */
const OF_PARTNERS = /\s(?:llp|lp|pllc|scp|selarl|selas|aarpi|partg(?:mbb)?|gbr|ohg|stp)\.?$/iu;

/** "Smith, Jones & Partners LLP", "Clifford, Chance LLP": names that a comma parts within the name of one house. */
function mayBePartners(pieces: readonly string[]): boolean {
  return pieces.some((piece, at) => {
    const name = splitQualified(piece).name;
    const before = pieces.slice(0, at);
    const areSurnames = before.length > 0 && before.every((one) => /^\p{Lu}[\p{L}’'-]+$/u.test(one));
    return areSurnames && (isJoinedHouse(name) || OF_PARTNERS.test(name));
  });
}

const ROLE =
  /^(?:l[’'])?((?:hébergeur|hebergeur|hébergement|prestataire|éditeur|opérateur|sous-traitant|fournisseur|host|hosting provider|provider|المستضيف|مستضيف|المزود)(?: (?:de|du|d[’']))?)\s+(?=\p{Lu})/iu;

/** Says what a company does, before its name: "hébergeur OVH". "prestataire marocain" has no name behind it. */
export function roleBefore(name: string): { role: string; length: number } | null {
  const [whole = "", role = ""] = ROLE.exec(name) ?? [];
  return whole === "" || /^\p{Ll}/u.test(name.slice(whole.length)) ? null : { role, length: whole.length };
}

/** Words that shut out others beside a name of another script, in which no capital tells a sentence. */
const ALONE = /(?:^|\s)(?:فقط|حصرا|حصريا|وحدها|وحده)(?:\s|$)/u;

/** Small words that stand within the names of companies. */
const WITHIN_NAMES = new Set(
  (
    "a al and at au aux d da das de degli dei del dell della des di do dos du e ed el en et für i il in l la las le les " +
    "lo los of on pour s sul sur the und van vom von voor y zu zum zur für op ten ter de het"
  ).split(" "),
);

/**
 * "declined by client", "GCP from Q2", "autorisation générale": words without a capital are those of a sentence, and a
 * company may be none of it. One word alone may be a name: "aircall".
 */
function mayBeSentence(entry: string): boolean {
  const written = splitQualified(entry).name;
  const name = written.slice(roleBefore(written)?.length ?? 0);
  if (/^[([]/u.test(entry) || ALONE.test(name)) return true;
  const words = (name.split(",")[0] ?? "").split(/[\s/&+.]+/u).filter((word) => /^\p{L}/u.test(word));
  if (words.length < 2) return false;
  if (words.some((word) => /^\p{Script=Latin}/u.test(word)) && words.some(isBesideName)) return true;
  const plain = words.filter((word) => /^\p{Ll}[\p{Ll}’'-]*$/u.test(word) && !WITHIN_NAMES.has(word));
  return plain.length > 0;
}

/** Arabic words that stand within the name of a company written in Latin letters: "شركة OVH". */
const ARABIC_IN_NAMES = /^(?:و|ال)?(?:شركة|مؤسسة|مجموعة|مركز|شركات|و)$/u;

/** "OVH مبرمج": an Arabic word beside a name in Latin letters says something of it, unless it is a place or what it is. */
function isBesideName(word: string): boolean {
  return /^\p{Script=Arabic}/u.test(word) && !ARABIC_IN_NAMES.test(word) && findPlace(word) === null;
}

/** "S.L.U. y Salesforce": a legal form, and after it a company of its own. */
function partForm(piece: string): string[] {
  const [, form = "", name = ""] = /^(\S{1,8})\s(?:et|and|und|y|e|en|&|و)\s(\S.*)$/iu.exec(piece) ?? [];
  return form !== "" && FORM.test(fold(form).replace(/\s/g, " ")) ? [form, name] : [piece];
}

type Fate = "part" | "name" | "unsure";

/** "part" of the name before it, a "name" of its own, or "unsure" where a role and a name cannot be told apart. */
function belongs(piece: string, isAfterRole: boolean): Fate {
  const own = splitQualified(piece);
  const words = fold(own.name).replace(/\s/g, " ");
  // "Dublin 18", "Paris 8": the district of a town.
  const town = own.name.replace(/\s\d{1,2}$/, "");
  if (FORM.test(words) || STREET.test(piece) || findPlace(town) !== null || readTownCode(piece))
    return "part";
  if (!/^[\p{Lu}\p{N}]/u.test(piece) && /^\p{Ll}/u.test(piece)) {
    return isAfterRole ? "part" : /\s[–—-]\s|[:(]/u.test(piece) ? "name" : "unsure";
  }
  const isPlain = own.after === null && own.inBrackets === null;
  return isAfterRole && isPlain ? "unsure" : "name";
}

/** "OVH & AWS" may be two companies, or a house of one name. */
function mayBeTwo(entry: string): boolean {
  const { name } = splitQualified(entry);
  return (
    /\s(?:&|\+|et|and|und|y|e|en|ou|or|oder|o|أو|و)\s|\S[/+]\S|\s\/\s/iu.test(name) && !isJoinedHouse(name)
  );
}

/** "AWS et Google", "AWS & Google": parted where the names of companies are; a remark stays with the last. */
function splitJoined(entry: string): string[] {
  const { name } = splitQualified(entry);
  const names = companiesIn(name);
  if (names.length < 2) return [entry];
  const last = itemAt(names, names.length - 1);
  const at = entry.lastIndexOf(last, name.length);
  return at < 0 ? [entry] : [...names.slice(0, -1), entry.slice(at)];
}
