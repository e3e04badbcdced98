import { entryOf } from "@/lib/domain/invariant/required";
import { plainWords } from "./company-names";
import { entriesOf, isWholeName, type NameEntry, type NameIndex } from "./name-index";
import { findNearNames } from "./near-names";

/** A place of a text where a known party is called, or may be: its words from `from` to before `to`. */
export type NameFinding = {
  raw: string;
  from: number;
  to: number;
  entries: readonly NameEntry[];
  /** False where the words may also be common ones, or another name: a person then says whether they are. */
  isCertain: boolean;
};

/** A shorter name is found only where it is written as it is, not in two words that make it. */
const JOINED_FROM = 4;
/** A shorter name differs by a slip from too many common words. */
const NEAR_FROM = 8;
/** A shorter word in small letters is a common one more often than a name. */
const SMALL_LETTERS_FROM = 6;
const SMALL_NAME_FROM = 3;
/** Most words of a text that are read together as one name. */
const MOST_WORDS = 8;

export type Word = { raw: string; plain: string };
type Run = { from: number; to: number; joined: string; raw: string };

/**
 * Makes a finder of the parties of an index, blind to case, accents, legal forms, spaces and invisible characters. A name
 * that is written in full is certain; a single word of it, a person's name alone and a slip are doubtful.
 */
export function nameFinder(index: NameIndex): (text: string) => NameFinding[] {
  const near = [...index.names]
    .filter(([joined, entries]) => joined.length >= NEAR_FROM && entries.some(isWholeName))
    .map(([joined]) => ({ key: joined, nameKey: joined }));
  return (text) => {
    const runs = runsOf(wordsOf(text));
    const exact = withoutParts(runs.flatMap((run) => exactFinding(run, index)));
    const isApart = (run: Run) => !exact.some(({ from, to }) => run.from < to && from < run.to);
    const others = runs.filter((run) => !index.names.has(run.joined) && isApart(run));
    return [...exact, ...nearFindings(others, near, index)];
  };
}

/** Leaves out a single word, or the group, inside the whole name. */
function withoutParts(findings: readonly NameFinding[]): NameFinding[] {
  const isPart = (of: NameFinding) =>
    !of.entries.some(isWholeName) &&
    findings.some(({ from, to }) => from <= of.from && of.to <= to && to - from > of.to - of.from);
  return findings.filter((finding) => !isPart(finding));
}

function exactFinding({ from, to, joined, raw }: Run, index: NameIndex): NameFinding[] {
  const entries = (index.names.get(joined) ?? []).filter(
    (entry) =>
      (joined.length >= JOINED_FROM || to - from === entry.words) && isWrittenAsName(raw, joined, entry),
  );
  if (entries.length === 0) return [];
  return [
    { raw, from, to, entries, isCertain: entries.some((entry) => isCertainEntry(raw, entry, entries)) },
  ];
}

function isWrittenAsName(raw: string, joined: string, { use }: NameEntry): boolean {
  return !isSmall(raw) || joined.length >= (use === "word" ? SMALL_LETTERS_FROM : SMALL_NAME_FROM);
}

/** True in a script that has capitals, where none is written. */
function isSmall(raw: string): boolean {
  return raw.toLowerCase() !== raw.toUpperCase() && raw === raw.toLowerCase();
}

/** A single word in small letters may be a common one ("le total", "libre"); a first name alone names many. */
function isCertainEntry(raw: string, { use, words }: NameEntry, entries: readonly NameEntry[]): boolean {
  if (use === "word" || (use === "group" && entries.length > 1)) return false;
  if (words > 1) return use !== "person" || !isSmall(raw);
  return use !== "person" && !isSmall(raw);
}

function nearFindings(
  runs: readonly Run[],
  near: readonly { key: string; nameKey: string }[],
  index: NameIndex,
): NameFinding[] {
  if (near.length === 0) return [];
  const keyed = runs
    .filter(({ joined }) => joined.length >= NEAR_FROM - 1)
    .map((run, at) => ({ key: `run ${at}`, nameKey: run.joined, run }));
  const found = findNearNames(keyed, near);
  return keyed.flatMap(({ key, run: { raw, from, to } }) => {
    const entries = entryOf(found, key).flatMap((joined) => entriesOf(index, joined).filter(isWholeName));
    return entries.length === 0 ? [] : [{ raw, from, to, entries, isCertain: false }];
  });
}

export function wordsOf(text: string): Word[] {
  return [...text.normalize("NFKC").matchAll(/[\p{L}\p{N}\p{M}ـ]+/gu)].flatMap(([raw]) => {
    const plain = plainWords(raw).filter((word) => word !== "&");
    return plain.length === 0 ? [] : [{ raw, plain: plain.join("") }];
  });
}

/** Every row of words, joined, as long as a name may be; its first word also without what Arabic writes before it. */
function runsOf(words: readonly Word[]): Run[] {
  return words.flatMap((first, from) =>
    firstForms(first.plain).flatMap((start) => {
      const runs: Run[] = [];
      let [joined, raw] = [start, first.raw];
      for (let to = from + 1; ; to += 1) {
        runs.push({ from, to, joined, raw });
        const next = words[to];
        if (!next || to - from >= MOST_WORDS) return runs;
        joined += next.plain;
        raw += ` ${next.raw}`;
      }
    }),
  );
}

/** Arabic writes "and", "for", "with" and the article before a word without a space. */
function firstForms(plain: string): string[] {
  const bare = /^[وف]?[بلك]?(?:ال|ل)?(?=\p{Script=Arabic}{3})/u.exec(plain)?.[0] ?? "";
  return [...new Set(Array.from({ length: bare.length + 1 }, (_, length) => plain.slice(length)))];
}
