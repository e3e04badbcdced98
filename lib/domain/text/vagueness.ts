import { ASKED_WORDS, NUMBERED, OPENS_REFERRAL, PAPER_WORDS, POINTER_WORDS } from "./referral-words";
import {
  CLAIM_WORDS,
  DATA_WORDS,
  HOLLOW_WORDS,
  LINK_WORDS,
  PURPOSE_WORDS,
  TERM_WORDS,
  TRADE_WORDS,
} from "./vagueness-words";

/** Law 09-08 and Regulation (EU) 2016/679, however they are dashed. */
const LAW_NUMBERS = /(?<![\d-])(?:09[-.–\u2011/]08|2016\/679)(?![\d-])/g;

/** True when nothing was said: blank, "néant", "à compléter", "oui", "n/a", "-". */
export function isHollow(text: string): boolean {
  return meaningfulWords(text).every((word) => HOLLOW_WORDS.has(word));
}

/** True when no entry of the list says anything. */
export function isHollowList(texts: readonly string[]): boolean {
  return texts.every((text) => isHollow(text) || isReferral(text));
}

/**
 * True when the text says only where something stands: "voir annexe 1", « selon le contrat ». A register holds what
 * article 30 asks for, and not the place of it.
 */
export function isReferral(text: string): boolean {
  const words = unnumberedWords(text);
  return words.some((word) => POINTER_WORDS.has(word)) && words.every((word) => refers(word, words));
}

/**
 * True when the text names the trade and no operation, art. 30(2)(b): "prestation centre d'appels", "call-centre
 * services", « gestion de la relation client ». Blind to case, accents, punctuation and order. `names` are names
 * of the parties, which describe nothing either: "Services pour Nordalia".
 */
export function isVague(text: string, names: readonly string[] = []): boolean {
  const words = unnumberedWords(text);
  const telling = words.filter(
    (word) => !TRADE_WORDS.has(word) && !HOLLOW_WORDS.has(word) && !refers(word, words),
  );
  // "Recouvrement" says something even where the client is called Recouvrement SA.
  if (words.length > 0 && telling.length === words.length) return false;
  return telling.every((word) => names.some((name) => contentWords(name).includes(word)));
}

/** True when the text lists two operations or more of its own: "Écoute, notation, restitution". */
export function enumeratesOperations(text: string, names: readonly string[] = []): boolean {
  const parts = text.split(/[,;:،؛\n]/);
  return parts.filter((part) => !isVague(part, names)).length >= 2;
}

/** True when security is claimed and not described: "oui", "mesures en place", "sécurité conforme au RGPD". */
export function isEmptyClaim(text: string): boolean {
  return isWithin(unnumberedWords(text), CLAIM_WORDS, HOLLOW_WORDS);
}

/** True when a purpose is none, art. 30(1)(b): "gestion", « administration du personnel », "business needs". */
export function isVaguePurpose(text: string): boolean {
  return isWithin(unnumberedWords(text), PURPOSE_WORDS, TRADE_WORDS, HOLLOW_WORDS);
}

/** True when data are meant and none is named, art. 30(1)(c): « données personnelles », "various information". */
export function isVagueData(text: string): boolean {
  return isWithin(unnumberedWords(text), DATA_WORDS, HOLLOW_WORDS);
}

/**
 * True when a time limit limits nothing, art. 30(1)(f): « durée légale », "as long as necessary". A figure does, but
 * not the number of a law: « selon la loi 09-08 » says where a term stands and names none.
 */
export function isVagueTerm(text: string): boolean {
  const named = text.replace(LAW_NUMBERS, " ");
  const stated = withoutNumbered(named) ?? named;
  return !/\p{N}/u.test(stated) && isWithin(contentWords(stated), TERM_WORDS, HOLLOW_WORDS);
}

function isWithin(words: readonly string[], ...sets: readonly ReadonlySet<string>[]): boolean {
  return words.every((word) => sets.some((set) => set.has(word)) || refers(word, words));
}

/** Drops names of documents beside a pointing word, and requests after "selon": they state nothing. */
function refers(word: string, words: readonly string[]): boolean {
  if (POINTER_WORDS.has(word)) return true;
  if (!PAPER_WORDS.has(word) && !ASKED_WORDS.has(word) && !TRADE_WORDS.has(word)) return false;
  if (PAPER_WORDS.has(word)) return words.some((other) => POINTER_WORDS.has(other));
  return OPENS_REFERRAL.test(words[0] ?? "");
}

/** Words folded for comparison: no accent, no capital, no Arabic article or vowel sign. */
export function foldedWords(text: string): readonly string[] {
  return wordsOf(text).folded;
}

/** Each list is made when it is first asked for: an import compares texts by their folded words alone. */
class Words {
  readonly folded: readonly string[];
  #meaningful: readonly string[] | undefined;
  #content: readonly string[] | undefined;
  #unnumbered: readonly string[] | undefined;

  constructor(private readonly text: string) {
    this.folded = fold(text);
  }

  get meaningful(): readonly string[] {
    return (this.#meaningful ??= meaningfulOf(this.folded));
  }

  get content(): readonly string[] {
    return (this.#content ??= contentOf(this.folded));
  }

  /** `content` without the numbers of papers. */
  get unnumbered(): readonly string[] {
    return (this.#unnumbered ??= this.#withoutNumbers());
  }

  #withoutNumbers(): readonly string[] {
    const stated = withoutNumbered(this.text);
    return stated === null ? this.content : contentOf(fold(stated));
  }
}

// A text is asked about by one rule after the other, and registers say the same things of many entries.
const known = new Map<string, Words>();
const MOST_KNOWN = 2_000;
const LONGEST_KNOWN = 300;

function wordsOf(text: string): Words {
  const before = known.get(text);
  if (before) return before;
  const words = new Words(text);
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= LONGEST_KNOWN) known.set(text, words);
  return words;
}

function meaningfulOf(folded: readonly string[]): string[] {
  return folded.filter((word) => !LINK_WORDS.has(word));
}

// A figure describes no operation and no measure, though it may be a telephone number or a reference.
function contentOf(folded: readonly string[]): string[] {
  return meaningfulOf(folded).filter((word) => !/^\p{N}+$/u.test(word));
}

/** The word that points stays, so that "annexe 1" is a referral and its number no fact; null where there is none. */
function withoutNumbered(text: string): string | null {
  const plain = withoutMarks(text);
  const stated = plain.replace(NUMBERED, " annexe ");
  return stated === plain ? null : stated;
}

/** Matches texts that Unicode writes in one way only. */
const PLAIN = /^[ -~\n]*$/;

function withoutMarks(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}|ـ/gu, "")
    .toLowerCase();
}

function fold(text: string): string[] {
  const folded = withoutMarks(text)
    .replace(/œ/g, "oe")
    .replace(/[أإآٱ]/g, "ا");
  return folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(withoutArabicArticle);
}

function meaningfulWords(text: string): readonly string[] {
  return wordsOf(text).meaningful;
}

function contentWords(text: string): readonly string[] {
  return wordsOf(text).content;
}

function unnumberedWords(text: string): readonly string[] {
  return wordsOf(text).unnumbered;
}

const FIRST_ARABIC = "\u0600";

/** "والزبناء" → "زبناء": the article and the particles written onto it. */
function withoutArabicArticle(word: string): string {
  if (word < FIRST_ARABIC) return word;
  const bare = word.replace(/^(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{2})/u, "");
  return bare.replace(/^و(?=(?:خدمات|معالجة|تدبير|بيانات)$)/u, "");
}
