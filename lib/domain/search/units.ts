import type { Concept } from "./concept";
import { CONCEPTS } from "./concepts";
import type { FoundGroup } from "./found";

/** Holds one thing that a question asks for: it stands where any of its phrases does, or a document has one of its codes. */
export type SearchUnit = {
  /** Holds the words as asked, folded. */
  typed: string;
  /** Patterns of LIKE over documents, whose words each have a space before and after. */
  any: string[];
  /** Patterns that stand beside each other anywhere in one document. */
  all: string[];
  /** Pattern of the whole word, and that of its beginning. */
  whole: string;
  start: string;
  /** False of two letters, which stand nearly everywhere: they are looked for in names alone. */
  isInTexts: boolean;
  codes: string[];
  /** Groups that it is the subject of. */
  groups: FoundGroup[];
  /** Phrases that mean the same, whose codes are meant too. */
  phrases: string[];
};

/** Up to so many letters a word is looked for at its beginning alone: "tia" is no part of "confidentialite". */
const MOST_SHORT = 3;
/** The longest abbreviation of a concept, which is a whole word or nothing. */
const MOST_ABBREVIATED = 4;
/** An English or French plural of fewer letters may be another word. */
const LEAST_PLURAL = 5;
const ARABIC = /^[\u0621-\u064a]+$/;
/** Lists what is written before an Arabic word without a space, after `foldWords` took the article off. */
const ARABIC_PREFIXES = ["و", "ف", "ب", "ل", "ك"];
const ARABIC_ENDINGS = /(?:ات|ون|ين|ان|ها|هم|نا|يه|ه|ي)$/;
const LEAST_ROOT = 3;

/** Reads the terms of a question: the longest run of them that names a concept is one unit. */
export function readUnits(terms: readonly string[], concepts: readonly Concept[] = CONCEPTS): SearchUnit[] {
  const units: SearchUnit[] = [];
  for (let from = 0; from < terms.length;) {
    const length = runAt(terms, from, concepts);
    units.push(unitOf(terms.slice(from, from + length), concepts));
    from += length;
  }
  return units;
}

/** Terms that name one concept together, else one. */
function runAt(terms: readonly string[], from: number, concepts: readonly Concept[]): number {
  for (let length = terms.length - from; length > 1; length -= 1) {
    if (naming(terms.slice(from, from + length).join(" "), concepts).length > 0) return length;
  }
  return 1;
}

function unitOf(terms: readonly string[], concepts: readonly Concept[]): SearchUnit {
  const typed = terms.join(" ");
  const own = naming(typed, concepts);
  const phrases = [...new Set(own.flatMap(({ words }) => words))].filter((one) => one !== typed);
  const isAbbreviated = own.length > 0 && typed.length <= MOST_ABBREVIATED && !ARABIC.test(typed);
  const patterns = isAbbreviated ? [`% ${typed} %`] : patternsOf(typed);
  return {
    typed,
    any: withoutWider([...patterns, ...phrases.map(phrasePattern)]),
    all: terms.length > 1 ? terms.map((term) => `% ${term}%`) : [],
    whole: `% ${typed} %`,
    start: `% ${typed}%`,
    isInTexts: typed.length >= MOST_SHORT || isAbbreviated,
    codes: [...new Set(own.flatMap(({ codes = [] }) => codes))],
    groups: [...new Set(own.flatMap(({ group }) => group ?? []))],
    phrases,
  };
}

function patternsOf(typed: string): string[] {
  if (ARABIC.test(typed)) return arabicPatterns(typed);
  if (typed.length <= MOST_SHORT || /^\d+$/.test(typed)) return [`% ${typed}%`];
  const stem = typed.length >= LEAST_PLURAL ? typed.replace(/s$/, "") : typed;
  return [typed.includes(" ") ? `% ${typed}%` : `%${stem}%`];
}

/** The word, what may be joined before it, the word without its ending, and other words of a root of three letters. */
function arabicPatterns(typed: string): string[] {
  const base = arabicStem(typed);
  const bare = ARABIC_PREFIXES.includes(base.charAt(0)) && base.length > LEAST_ROOT ? base.slice(1) : base;
  const words = new Set([base, bare, ...formsOf(rootOf(base))]);
  return [...words].flatMap((word) => [
    `% ${word}%`,
    ...(word === base ? ARABIC_PREFIXES.map((prefix) => `% ${prefix}${word}%`) : []),
  ]);
}

function arabicStem(word: string): string {
  const stem = word.replace(ARABIC_ENDINGS, "");
  return stem.length >= LEAST_ROOT ? stem : word;
}

/** Letters of a root of three that its nouns of the commonest forms are written with; null of any other word. */
function rootOf(word: string): [string, string, string] | null {
  const forms = [
    /^(.)(.)(.)$/,
    /^(.)(.)[اوي](.)$/,
    /^(.)ا(.)(.)$/,
    /^ا(.)(.)ا(.)$/,
    /^ت(.)(.)ي(.)$/,
    /^م(.)(.)و(.)$/,
  ];
  for (const form of forms) {
    const [, one, two, three] = form.exec(word) ?? [];
    if (one && two && three) return [one, two, three];
  }
  return null;
}

function formsOf(root: [string, string, string] | null): string[] {
  if (!root) return [];
  const [one, two, three] = root;
  return [
    `${one}${two}${three}`,
    `${one}${two}و${three}`,
    `${one}${two}ا${three}`,
    `${one}${two}ي${three}`,
    `ا${one}${two}ا${three}`,
    `ت${one}${two}ي${three}`,
  ];
}

/** A word of the same meaning is looked for from its beginning; an abbreviation is a whole word. */
function phrasePattern(phrase: string): string {
  return phrase.length <= MOST_ABBREVIATED && !ARABIC.test(phrase) ? `% ${phrase} %` : `% ${phrase}%`;
}

/** Leaves out patterns of which another finds everything: "contrats" beside "contrat". */
function withoutWider(patterns: readonly string[]): string[] {
  const bare = (pattern: string) => pattern.slice(1, -1);
  return [...new Set(patterns)].filter(
    (one, at, all) =>
      !all.some((other, place) => place !== at && one !== other && bare(one).includes(bare(other))),
  );
}

/** Concepts of which a phrase is a name, in its singular or its plural. */
function naming(phrase: string, concepts: readonly Concept[]): Concept[] {
  const bare = withoutNumber(phrase);
  return concepts.filter(({ words }) => words.some((one) => withoutNumber(one) === bare));
}

/** A phrase as its concept is looked for by: without the words that link and without what makes a word a plural. */
function withoutNumber(phrase: string): string {
  return withoutLinks(phrase)
    .split(" ")
    .map((word) =>
      ARABIC.test(word) ? arabicStem(word) : word.length >= LEAST_PLURAL ? word.replace(/[sx]$/, "") : word,
    )
    .join(" ");
}

const LINKS = /(?:^| )(?:a|au|aux|d|de|des|du|l|la|le|les|of|the|to|من)(?= |$)/g;

function withoutLinks(phrase: string): string {
  return phrase.replace(LINKS, "").trim();
}

/** The word of a concept that differs by one slip of the hand: a letter more, less, other, or two exchanged. */
export function nearestWord(typed: string, concepts: readonly Concept[] = CONCEPTS): string | null {
  if (typed.length <= MOST_SHORT) return null;
  const slips = slipsOf(typed);
  let nearest: string | null = null;
  let least = slips + 1;
  for (const { words } of concepts)
    for (const word of words) {
      if (word.length <= MOST_SHORT || Math.abs(word.length - typed.length) > slips) continue;
      const distance = slipsBetween(typed, word);
      if (distance < least) [nearest, least] = [word, distance];
    }
  return nearest;
}

/** Whether one word may be another typed wrong: "orvele" is "orvelle"; "reconduction" is no "reception". */
export function isSlip(typed: string, word: string): boolean {
  return slipsBetween(typed, word) <= slipsOf(typed);
}

/** Slips of the hand that are forgiven: a long word has more of them. */
function slipsOf(typed: string): number {
  return typed.length >= 8 ? 2 : 1;
}

function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
