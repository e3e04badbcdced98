import { SMALL_WORDS } from "./column-words";
import { fold } from "@/lib/domain/text/fold";

/** Words of a head, and the field that they mean. */
export type HeadPhrase<Target> = { target: Target; text: string; words: readonly string[] };

type Candidate<Target> = { column: number; target: Target; score: number };

type Rules<Target> = {
  phrases: readonly HeadPhrase<Target>[];
  /** Every field in the order in which ties are broken. */
  targets: readonly Target[];
  /** Fields that several columns may fill. */
  shared?: ReadonlySet<Target>;
};

/** Longer cells are text, not heads. */
const LONGEST_HEAD = 300;

/** Minimum share of known words for a match. */
const LIKELY = 0.5;

export function headPhrase<Target>(phrase: string, target: Target): HeadPhrase<Target> {
  return { target, text: fold(phrase), words: significantWords(phrase) };
}

/** The field of each column by its head: the best match takes a field first, after those that are settled. */
export function matchHeads<Target>(
  heads: readonly string[],
  { phrases, targets: order, shared = new Set() }: Rules<Target>,
  settled: ReadonlyMap<number, Target> = new Map(),
): Map<number, Target> {
  const targets = new Map(settled);
  const used = new Set(settled.values());
  const byMerit = heads
    .flatMap((head, column) => candidatesFor(head, column, phrases))
    .sort(
      (a, b) => b.score - a.score || a.column - b.column || order.indexOf(a.target) - order.indexOf(b.target),
    );
  for (const { column, target } of byMerit) {
    if (targets.has(column) || (used.has(target) && !shared.has(target))) continue;
    targets.set(column, target);
    used.add(target);
  }
  return targets;
}

function candidatesFor<Target>(
  head: string,
  column: number,
  phrases: readonly HeadPhrase<Target>[],
): Candidate<Target>[] {
  return meaningsOf(head, phrases).map(({ target, score }) => ({ column, target, score }));
}

type Meaning<Target> = { target: Target; score: number };

// Files of one organisation have the same heads, which are asked about several times in each.
const known = new WeakMap<readonly unknown[], Map<string, Meaning<unknown>[]>>();
const MOST_KNOWN = 2_000;

function meaningsOf<Target>(head: string, phrases: readonly HeadPhrase<Target>[]): Meaning<Target>[] {
  if (head.length > LONGEST_HEAD) return [];
  const text = fold(head);
  if (text === "") return [];
  const meanings = known.get(phrases) ?? new Map<string, Meaning<unknown>[]>();
  known.set(phrases, meanings);
  // A list is filed under the phrases that it was made of, whose targets it therefore has.
  const before = meanings.get(text) as Meaning<Target>[] | undefined;
  if (before) return before;
  const words = significantWords(head);
  const made = phrases.flatMap((phrase) => {
    const score = phrase.text === text ? 2 : similarity(phrase.words, words);
    return score >= LIKELY ? [{ target: phrase.target, score }] : [];
  });
  if (meanings.size >= MOST_KNOWN) meanings.clear();
  meanings.set(text, made);
  return made;
}

/** 1 when both have the same telling words; less for each word that one has and the other has not. */
function similarity(phrase: readonly string[], head: readonly string[]): number {
  if (phrase.length === 0 || head.length === 0) return 0;
  const shared = phrase.filter((word) => head.includes(word)).length;
  // A head must hold the whole phrase: "date" alone is no "date de fin".
  return shared === phrase.length ? shared / head.length : 0;
}

function significantWords(text: string): string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "" && !SMALL_WORDS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));
}
