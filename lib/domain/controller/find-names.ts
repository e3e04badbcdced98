import { entryOf } from "@/lib/domain/invariant/required";
import { spellingKey, withoutPrefixes } from "./arabic-spelling";
import { plainWords } from "./company-names";
import { entriesOf, isWholeName, type NameEntry, type NameIndex } from "./name-index";
import { findNearNames, slipsBetween } from "./near-names";
import { shortFormFinder, type Run } from "./short-forms";

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
/** Two letters of two words are initials only where they stand together: "H&F", and not "H/F". */
const INITIALS_BELOW = 3;
/** A shorter name differs by a slip from too many common words. */
const NEAR_FROM = 8;
/** A shorter word in small letters is a common one more often than a name. */
const SMALL_LETTERS_FROM = 6;
const SMALL_NAME_FROM = 3;
/** Most words of a text that are read together as one name. */
const MOST_WORDS = 8;

export type Word = {
  raw: string;
  plain: string;
  /** True where what stands before it may stand inside one name: a space, a hyphen, an apostrophe, "&". */
  isJoined: boolean;
  /** True where a sentence or a line begins with it. */
  isFirst: boolean;
  /** True of what French writes before a vowel: "d’", "l’", "qu’". It is no part of a name but where the name has it. */
  isElided: boolean;
};

/**
 * Makes a finder of the parties of an index, blind to case, accents, legal forms, spaces and invisible characters. A name
 * that is written in full is certain; a single word of it, a person's name alone and a slip are doubtful. Short forms, which may
 * be other words, are looked for where a person is asked of each.
 */
export function nameFinder(
  index: NameIndex,
  { withShortForms = false }: { withShortForms?: boolean } = {},
): (text: string) => NameFinding[] {
  const near = [...index.names]
    .filter(([, entries]) => entries.some((entry) => isLong(entry) && isOfManyLetters(entry)))
    .map(([joined]) => ({ key: joined, nameKey: joined }));
  const findShort = withShortForms ? shortFormFinder(index) : () => [];
  return (text) => {
    const runs = runsOf(wordsOf(text));
    const exact = withoutParts(onceEach(runs.flatMap((run) => exactFinding(run, index))));
    const isApart = (run: Run) => !exact.some(({ from, to }) => run.from < to && from < run.to);
    const others = runs.filter((run) => !index.names.has(run.joined) && isApart(run));
    const slips = closest(nearFindings(others, near, index));
    const isOpen = (run: Run) =>
      isApart(run) && !slips.some(({ from, to }) => run.from < to && from < run.to);
    const short = findShort(runs.filter(isOpen)).map(({ run: { raw, from, to }, entries }) => ({
      raw,
      from,
      to,
      entries,
      isCertain: false,
    }));
    return [...exact, ...slips, ...onceEach(short)];
  };
}

function isLong({ spelled }: NameEntry): boolean {
  return spelled.length >= NEAR_FROM;
}

/** A short name of several words, as of a mail domain, is told from others by its letters as a whole name is. */
function isOfManyLetters(entry: NameEntry): boolean {
  return isWholeName(entry) || (entry.use === "word" && entry.words > 1);
}

/** Says each name once: Arabic gives some words several forms that call the same parties. */
function onceEach(findings: readonly NameFinding[]): NameFinding[] {
  const isSame = (one: NameFinding, other: NameFinding) =>
    one.from === other.from && one.to === other.to && areOfSameParties(one, other);
  return findings.filter((one) => {
    const same = findings.filter((other) => isSame(one, other));
    const best = same.find(({ isCertain }) => isCertain) ?? same[0];
    return best === one;
  });
}

function areOfSameParties({ entries }: NameFinding, other: NameFinding): boolean {
  return entries.every(({ id }) => other.entries.some((entry) => entry.id === id));
}

type Slip = NameFinding & { isElided: boolean; distance: number };

/** Keeps, of the words around one slip that call the same parties, the nearest: "aman assurance", and not "d’aman assurance" too. */
function closest(slips: readonly Slip[]): NameFinding[] {
  const isBetter = (one: Slip, other: Slip) =>
    one.distance - other.distance || Number(one.isElided) - Number(other.isElided) || one.to - other.to;
  return slips.filter((slip, at) =>
    slips.every((other, place) => {
      const isBeside = slip.from < other.to && other.from < slip.to && areOfSameParties(slip, other);
      const order = isBetter(slip, other);
      return place === at || !isBeside || order < 0 || (order === 0 && at < place);
    }),
  );
}

/** Leaves out a single word, or the group, inside the whole name. */
function withoutParts(findings: readonly NameFinding[]): NameFinding[] {
  const isPart = (of: NameFinding) =>
    !of.entries.some(isWholeName) &&
    findings.some(({ from, to }) => from <= of.from && of.to <= to && to - from > of.to - of.from);
  return findings.filter((finding) => !isPart(finding));
}

function exactFinding(run: Run, index: NameIndex): NameFinding[] {
  const { from, to, joined, raw, isJoined } = run;
  const entries = (index.names.get(joined) ?? []).filter(
    (entry) =>
      (joined.length >= JOINED_FROM || to - from === entry.words || isSpelledOut(run)) &&
      (joined.length >= INITIALS_BELOW || to - from === 1 || isJoined) &&
      isWrittenAsName(raw, joined, entry),
  );
  if (entries.length === 0) return [];
  return [
    { raw, from, to, entries, isCertain: entries.some((entry) => isCertainEntry(run, entry, entries)) },
  ];
}

/** True of initials of which each stands apart: "M.3.R.", "M 3 R". */
function isSpelledOut({ raw, isJoined }: Run): boolean {
  return isJoined && raw.split(" ").every((word) => word.length === 1);
}

function isWrittenAsName(raw: string, joined: string, { use }: NameEntry): boolean {
  return !isSmall(raw) || joined.length >= (use === "word" ? SMALL_LETTERS_FROM : SMALL_NAME_FROM);
}

/** True in a script that has capitals, where none is written. */
function isSmall(raw: string): boolean {
  return raw.toLowerCase() !== raw.toUpperCase() && raw === raw.toLowerCase();
}

/**
 * A single word in small letters may be a common one ("le total", "libre"), as one that Arabic writes otherwise; a first name alone
 * names many; "d’aman" is no "Daman".
 */
function isCertainEntry(
  run: Run,
  { use, words, spelled }: NameEntry,
  entries: readonly NameEntry[],
): boolean {
  const { raw } = run;
  if (use === "word" || (use === "group" && entries.length > 1)) return false;
  if ((run.isElided || isSpelledOut(run)) && run.to - run.from > words) return false;
  if (words === 1 && run.spelled !== spelled) return false;
  if (words > 1) return use !== "person" || !isSmall(raw);
  return use !== "person" && !isSmall(raw);
}

function nearFindings(
  runs: readonly Run[],
  near: readonly { key: string; nameKey: string }[],
  index: NameIndex,
): Slip[] {
  if (near.length === 0) return [];
  const keyed = runs
    .filter(({ spelled }) => spelled.length >= NEAR_FROM - 1)
    .map((run, at) => ({ key: `run ${at}`, nameKey: run.joined, run }));
  const found = findNearNames(keyed, near);
  return keyed.flatMap(({ key, run: { raw, from, to, joined, isElided } }) => {
    const names = entryOf(found, key);
    const entries = names.flatMap((name) => entriesOf(index, name).filter(isOfManyLetters));
    const distance = Math.min(...names.map((name) => slipsBetween(joined, name)));
    return entries.length === 0 ? [] : [{ raw, from, to, entries, isCertain: false, isElided, distance }];
  });
}

export function wordsOf(text: string): Word[] {
  const normal = text.normalize("NFKC");
  let before = 0;
  let isStart = true;
  return [...normal.matchAll(WORD)].flatMap(({ 0: raw, index }) => {
    const plain = plainWords(raw).filter((word) => word !== "&");
    if (plain.length === 0) return [];
    const between = normal.slice(before, index);
    before = index + raw.length;
    const gap = between.replace(WORD, "");
    const isElided = ELIDED.test(raw) && /^['’]\p{L}/u.test(normal.slice(before, before + 3));
    const isFirst = isStart || ENDS_SENTENCE.test(gap);
    isStart = false;
    return [{ raw, plain: plain.join(""), isJoined: INSIDE_A_NAME.test(gap), isFirst, isElided }];
  });
}

const WORD = /[\p{L}\p{N}\p{M}ـ]+/gu;
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$/iu;
const ENDS_SENTENCE = /[.!?;؟؛](?:\s|$)|\n/u;
/** A comma, a bracket, a dash between spaces or the end of a line parts two names. */
const INSIDE_A_NAME = /^(?:[\p{Zs}\p{Cf}]+|\.?[\p{Zs}\p{Cf}]*[&+][\p{Zs}\p{Cf}]*|['’.\-‐‑])$/u;

/** Every row of words, joined, as long as a name may be; its first word also without what Arabic writes before it. */
function runsOf(words: readonly Word[]): Run[] {
  return words.flatMap((first, from) =>
    withoutPrefixes(first.plain).flatMap((start) => {
      const runs: Run[] = [];
      let [joined, spelled, raw, isJoined] = [spellingKey(start), start, first.raw, true];
      for (let to = from + 1; ; to += 1) {
        runs.push({ from, to, joined, spelled, raw, isJoined, isElided: first.isElided });
        const next = words[to];
        if (!next || to - from >= MOST_WORDS) return runs;
        joined += spellingKey(next.plain);
        spelled += next.plain;
        raw += ` ${next.raw}`;
        isJoined &&= next.isJoined;
      }
    }),
  );
}
