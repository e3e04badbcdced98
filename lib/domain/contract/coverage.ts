import { itemAt } from "@/lib/domain/invariant/required";
import { foldedWords } from "@/lib/domain/text/vagueness";
import { isKnownWord, isNarrower, meaningOf, NEGATIONS, SAFEGUARDS } from "./coverage-words";

/**
 * Sorts the statements by whether the allowed ones cover them. An incomparable statement is covered by
 * nothing.
 */
export type Coverage = {
  /** Statements outside everything allowed. */
  excess: string[];
  /** A part of its words is allowed, or nothing was read of what is: a person must compare it. */
  uncompared: string[];
};

/**
 * Compares what is said with what is allowed, each operation by itself: words joined in one cell are several. A sentence
 * is covered by all of its words or not at all, never because a part of it matched.
 */
export function compareCoverage(
  stated: readonly string[],
  allowed: readonly string[],
  isWholeRead = true,
): Coverage {
  const items = allowed.map(readItem);
  const parts = stated.flatMap((cell) => {
    if (items.some(({ folded }) => folded === foldedText(cell))) return [];
    const cellWords = new Set(partsOf(cell).flatMap(({ words }) => words));
    return partsOf(cell).map((part) => ({ text: part.text, verdict: judge(part, cellWords, items) }));
  });
  const isUnread = !isWholeRead || items.length === 0;
  const of = (verdicts: readonly Verdict[]) => [
    ...new Set(parts.filter(({ verdict }) => verdicts.includes(verdict)).map(({ text }) => text)),
  ];
  // Against what was not read, "beyond" would be as much an invention as "covered".
  return isUnread
    ? { excess: [], uncompared: of(["beyond", "uncompared"]) }
    : { excess: of(["beyond"]), uncompared: of(["uncompared"]) };
}

type Verdict = "covered" | "beyond" | "uncompared";
type Part = { text: string; words: string[] };
type Item = { folded: string; parts: string[][]; words: ReadonlySet<string> };

function readItem(text: string): Item {
  const parts = partsOf(text).map(({ words }) => words);
  return {
    folded: foldedText(text),
    parts: parts.filter((words) => words.length > 0),
    words: new Set(parts.flat()),
  };
}

function judge({ words }: Part, cell: ReadonlySet<string>, items: readonly Item[]): Verdict {
  if (words.length === 0) return "covered";
  const own = new Set(words);
  const isIn = (some: readonly string[], all: ReadonlySet<string>) => some.every((word) => all.has(word));
  const named = items.filter(({ parts }) => parts.some((part) => isIn(part, own)));
  const extra = words.filter((word) => !isNarrower(word) && !named.some((item) => item.words.has(word)));
  if (named.length > 0 && extra.length === 0) return "covered";
  // "Réception et traitement des appels": what the first leaves out is said by the second.
  const isShortened = items.some(({ parts }) =>
    parts.some((part) => isIn(words, new Set(part)) && isIn(part, cell)),
  );
  if (isShortened) return "covered";
  const all = new Set(items.flatMap((item) => [...item.words]));
  // The word that says what is done comes first: where it is known and nowhere allowed, it is something else.
  const first = itemAt(words, 0);
  if (isKnownWord(first) && !all.has(first)) return "beyond";
  return words.some((word) => all.has(word)) ? "uncompared" : "beyond";
}

/** The parts of a cell, each in its own words. */
export function splitCell(cell: string): string[] {
  return partsOf(cell).map(({ text }) => text);
}

/** Splits a cell at commas, strokes, semicolons, lines, and at "et", "and", "و". */
function partsOf(cell: string): Part[] {
  return cell
    .replace(ARABIC_AND, (whole, space: string, word: string) =>
      word.startsWith("ال") || isKnownWord(foldedText(word)) ? `${space};${word}` : whole,
    )
    .split(JOINTS)
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text) => ({ text, words: significantWords(text) }));
}

const ARABIC_AND = /(^|\s)و(\p{L}{3,})/gu;
const JOINTS =
  /[,;/\n\r•·،؛&+|]|\s[-–—]\s|(?<![\p{L}\p{N}])(?:et|ou|and|or|puis|then|ainsi que|as well as|plus|و|أو|ثم)(?![\p{L}\p{N}’'])/iu;

/** Words that say what is done, by what they mean; a figure and its unit are a retention, which is compared elsewhere. */
function significantWords(text: string): string[] {
  const words = foldedWords(text.replace(/ى/g, "ي")).map((word) => word.replace(/ة$/, "ه"));
  return withoutNegated(words)
    .filter((word) => !isLink(word))
    .map(meaningOf);
}

/** Drops negated words; "mais" and "avec" end the negation. */
function withoutNegated(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => NEGATIONS.has(word));
  if (at < 0) return words;
  const after = words.slice(at + 1);
  const end = after.findIndex((word) => LEADS_BACK.has(word));
  const negated = end < 0 ? after : after.slice(0, end);
  // Omitting a safeguard exceeds what was allowed: those words remain, and match no list.
  if (negated.some((word) => SAFEGUARDS.has(word))) return words;
  return [...words.slice(0, at), ...(end < 0 ? [] : withoutNegated(after.slice(end)))];
}

const LEADS_BACK = new Set("avec mais but with لكن مع".split(" "));

function isLink(word: string): boolean {
  return word.length < 3 ? !NEGATIONS.has(word) : LINKS.has(word) || /^\p{N}+$/u.test(word);
}

const LINKS = new Set(
  (
    "des les aux par pour dans sur avec leur leurs ses son ces une que qui dont jour jours mois ans annee annees semaine " +
    "semaines heure heures the for from with their its his her that which day days month months year years week weeks " +
    "hour hours of to by in on من الي علي في عن مع هذا هذه يوم ايام شهر اشهر سنه سنوات"
  ).split(" "),
);

function foldedText(text: string): string {
  return foldedWords(text).join(" ");
}
