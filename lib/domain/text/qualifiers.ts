import {
  DITTO_HEADS,
  DITTO_WORDS,
  QUALIFIER_PHRASES,
  WITHOUT_MEANING,
  type QualifierKind,
} from "./qualifier-words";
import { foldedWords, isReferral } from "./vagueness";
import { LINK_WORDS } from "./vagueness-words";

/** A word or phrase that denies, limits, dates or conditions what stands beside it; `at` counts folded words. */
export type Qualifier = { kind: QualifierKind; at: number; length: number; words: string };

const PHRASES: ReadonlyMap<string, QualifierKind> = new Map(
  (Object.keys(QUALIFIER_PHRASES) as QualifierKind[]).flatMap((kind) =>
    QUALIFIER_PHRASES[kind]
      .trim()
      .split(/\s+/)
      .map((phrase) => [foldedWords(phrase.replaceAll("_", " ")).join(" "), kind] as const),
  ),
);
const LONGEST = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(" ").length));

/**
 * Finds what qualifies a text in French, English and Arabic, the longest phrase first: "pas le Maroc" → negation. A question
 * mark leaves open what it stands beside: "Maroc ?".
 */
export function findQualifiers(text: string): Qualifier[] {
  const words = foldedWords(text);
  const found: Qualifier[] = [];
  for (let at = 0; at < words.length;) {
    const qualifier = qualifierAt(words, at);
    if (qualifier) found.push(qualifier);
    at += qualifier?.length ?? 1;
  }
  const beside = (kind: QualifierKind, said: string): Qualifier => ({
    kind,
    at: words.length,
    length: 0,
    words: said,
  });
  if (/[?؟]/u.test(text) && words.length > 0) found.push(beside("condition", "?"));
  const undone = TO_BE_DONE.exec(text)?.[0];
  if (undone) found.push(beside("planned", undone));
  if (NONE_OF_A_KIND.test(text)) found.push(beside("negation", "0"));
  const mark = FOOTNOTE.exec(text)?.[0];
  if (mark) found.push(beside("condition", mark.trim()));
  return found;
}

/**
 * Infinitives after the word that puts a thing off, in the languages that build it so: "à traduire" is a list of its own, for
 * "à Tanger" ends alike.
 */
const TO_BE_DONE =
  /(?<!\p{L})(?:da \p{L}{2,20}(?:are|ere|ire)|por \p{L}{2,20}[aei]r|(?:nog )?te \p{Ll}{3,20}en|noch zu \p{Ll}{3,20}en)(?!\p{L})/u;

/** "0 agent" counts none. */
const NONE_OF_A_KIND = /(?<![\p{N}.,/:-])0\s+\p{L}/u;

/** "Maroc*", "Maroc (1)", "OVH ²": a note at the foot of the sheet says more. */
const FOOTNOTE = /(?<=\p{L}[.)]?)(?:\s?\*{1,3}|\s?\([1-9]\)|\s?[¹²³⁴⁵†‡])$/u;

function qualifierAt(words: readonly string[], at: number): Qualifier | null {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(" ");
    const kind = PHRASES.get(phrase);
    if (kind) return { kind, at, length, words: phrase };
  }
  return null;
}

const DITTO_MARKS =
  /^[\s\-–—(]*(?:["“”«»″〃'’‘`´↑↓⇑⇓→⇒⟶➔➜⬆⬇⤴⤵↳↴⤷^=]|[-=]>|\/\/|\\\\)[\s↑↓⇑⇓→⇒⟶➔➜⬆⬇⤴⤵↳↴⤷^=>"“”«»″〃'’‘`´/\\.,)\-–—]*$/u;
/** Abbreviations that their points tell: "do." of dito, "d°", "a.a.O." (am angegebenen Ort), "w. o." (wie oben), "op. cit.". */
const DITTO_SHORT =
  /^[\s\-–—(]*(?:do\s?\.?|[dD]\.?[°º]|[iI]\.\s?d\.?|[aA]\.\s?[aA]\.\s?O\.?|aaO|w\.\s?o\.|(?:op|loc|art)\.?\s?cit\.?|(?:cf\.?\s|vo?i?r?\.?\s|ut\s|vide\s)?supra|siehe\s?o\.|dgl\.|同上|同前|同左)[\s).\-–—]*$/u;
const REFERENCE = /^\p{Lu}{1,6}[-_ /]?\d{1,6}$/u;

/**
 * Reads a cell that repeats another: `of` is the reference of the entry it names, "" for the row above. Null for a cell
 * with a content of its own.
 */
export function readDitto(text: string): { of: string } | null {
  const written = text.trim();
  if (DITTO_MARKS.test(written) || DITTO_SHORT.test(written)) return { of: "" };
  const named = written.split(/\s+/).at(-1) ?? "";
  const isNamed = REFERENCE.test(named) && named !== written && !DITTO_WORDS.has(named.toLowerCase());
  const words = foldedWords(isNamed ? written.slice(0, -named.length) : written);
  const isSame = words.every((word) => DITTO_WORDS.has(word)) && DITTO_HEADS.test(words.join(" "));
  return isSame ? { of: isNamed ? named : "" } : null;
}

/** True for a cell that only says where its content stands: "voir annexe", "cf. contrat", « انظر الملحق ». */
export function pointsElsewhere(text: string): boolean {
  return (
    isReferral(text) ||
    /^(?:voir|cf|see|comme|(?:les? )?(?:\d{1,2} |deux |trois )?memes?|identiques?|same as|idem (?:als|as|que|wie|come|como)|wie|igual que|l[oa]s mism[oa]s|gli stessi|le stesse|dieselben|dezelfde|انظر|راجع|مثل|نفس) /.test(
      `${foldedWords(text).join(" ")} `,
    )
  );
}

/** The words of a text that are neither `used` nor without a meaning of their own, in their order. */
export function unusedWords(text: string, used: ReadonlySet<string>): string[] {
  return foldedWords(text).filter(
    (word) => !used.has(word) && !LINK_WORDS.has(word) && !WITHOUT_MEANING.has(word),
  );
}
