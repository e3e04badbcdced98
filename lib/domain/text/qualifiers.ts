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
  const line = text.replace(/[^\S\n]+/g, " ").trim();
  const denied = DENIED_AFTER.exec(line)
    ?.slice(1)
    .find((said) => said !== undefined);
  if (denied) found.push(beside("negation", denied));
  const cross = CROSS_BEFORE.exec(line)?.[0] ?? ARROW.exec(line)?.[1];
  if (cross) found.push(beside("condition", cross));
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

/** "Maroc ❌", "OVH : faux", "CCT : 0", "OVH KO", « المغرب: كلا »: a sign or a value of a box behind a name denies it. */
const DENIED_AFTER =
  /[\p{L}\p{N}\p{RI}).;] ?[:=(–—-]? ?([❌✗✘✖❎🚫⛔])|(?:^|[:=(]) ?(faux|false|falsch|falso|صفر|كلا) ?\)?$|[:=(] ?(0) ?\)?$| [:=(–—-]? ?(KO|كلا) ?\)?$/iu;

/** A cross before a name ticks it on one form and denies it on another. */
const CROSS_BEFORE = /^[❌✗✘✖❎🚫⛔](?= ?[\p{L}\p{RI}])/u;

/** "Maroc → Tunisie", "OVH => AWS": one in place of the other, or from one to the other; on a line of its own it is a bullet. */
const ARROW = /[\p{L}\p{N}\p{RI}).][ ;]{0,4}([→⇒⟶➔➜➞⇨]|[-=–]{1,3}>)[ ;]{0,4}[\p{L}\p{RI}]/u;

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
    namesRow(text) ||
    /^(?:voir|cf|see|comme|(?:les? )?(?:\d{1,2} |deux |trois )?memes?|identiques?|same as|idem (?:als|as|que|wie|come|como)|wie|igual que|l[oa]s mism[oa]s|gli stessi|le stesse|dieselben|dezelfde|انظر|راجع|مثل|نفس) /.test(
      `${foldedWords(text).join(" ")} `,
    )
  );
}

const ROW = "(?:lignes?|l|rows?|lines?|zeile|fila|riga|rij|سطر) \\d{1,5}$";
const OF_ROW = new RegExp(
  `^(?:idem|id|dito|ditto|same|pareil(?:le)?|identiques?|identical|egal|gleich|igual|نفس|مثل) (?:(?:que|a|as|than|to|cf|voir|see|la|le|the|in|en|von|wie) ){0,3}${ROW}`,
);
const EQUAL_ROW = new RegExp(`^${ROW}`);
const UNCHANGED =
  /^(?:identical|unchanged|inchangee?s?|unverandert|sin cambios|invariato|(?:same )?as before|(?:a )?repeter|repeat(?:ed)?)$/;

/** "idem ligne 2", "ditto (row 3)", "= ligne 2", "=B2", "unchanged": the content of another row, which "Ligne 2" alone may be. */
function namesRow(text: string): boolean {
  const words = foldedWords(text).join(" ");
  if (UNCHANGED.test(words) || OF_ROW.test(words)) return true;
  return /^\s*=/.test(text) && (EQUAL_ROW.test(words) || /^[a-z]{1,3}\d{1,6}$/.test(words));
}

/** The words of a text that are neither `used` nor without a meaning of their own, in their order. */
export function unusedWords(text: string, used: ReadonlySet<string>): string[] {
  return foldedWords(text).filter(
    (word) => !used.has(word) && !LINK_WORDS.has(word) && !WITHOUT_MEANING.has(word),
  );
}
