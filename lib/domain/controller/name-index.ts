import { findPlace } from "@/lib/domain/country/places";
import { entryOf } from "@/lib/domain/invariant/required";
import { spellingKey, withoutPrefixes } from "./arabic-spelling";
import { groupKey, nameKey, plainWords } from "./company-names";
import { isGenericWord } from "./generic-words";
import { isTechnicalWord } from "./technical-words";

/** A party, by any id that its reader gives it, and the names under which it is known. */
export type NamedParty = {
  id: string;
  /** Legal name, spellings, trade names, former names. */
  companies: readonly string[];
  people?: readonly string[];
  /** Short names by which it may be called, which may be other words. */
  aliases?: readonly string[];
};

/** A company in full, its group, a person, or a word that tells a company among all that are known. */
export type NameUse = "company" | "group" | "person" | "word";
export type NameEntry = {
  id: string;
  use: NameUse;
  name: string;
  words: number;
  /** The letters of the name, joined, as it is spelled. */
  spelled: string;
};

export type NameIndex = {
  /** By the letters of the name, joined, each word by its `spellingKey`. */
  names: ReadonlyMap<string, readonly NameEntry[]>;
};

/** True of a name that tells one party by itself; a group's or a single word may mean another. */
export function isWholeName({ use }: NameEntry): boolean {
  return use === "company" || use === "person";
}

/** A word that more parties bear tells none of them. */
const MOST_BEARERS = 50;
const LEAST_LETTERS = 4;

const TITLES = new Set("m mm mr mrs ms mme mlle me dr maitre madame monsieur السيد السيدة".split(" "));

/**
 * Indexes parties by every way in which people call them: in full, without the legal form, without the country of a group's
 * company, by what stands in brackets, by a single word that tells them apart.
 */
export function indexNames(parties: readonly NamedParty[]): NameIndex {
  const names = new Map<string, NameEntry[]>();
  for (const { id, companies, people = [] } of parties) {
    for (const name of people) addEntry(names, personWords(name), { id, use: "person", name });
    for (const name of companies)
      for (const { words, use } of companyForms(name)) addEntry(names, words, { id, use, name });
  }
  addAliases(names, parties);
  for (const [word, bearers] of telling(parties))
    for (const { id, name } of bearers) addEntry(names, [word], { id, use: "word", name });
  return { names };
}

function addEntry(
  names: Map<string, NameEntry[]>,
  key: readonly string[],
  { id, use, name }: Omit<NameEntry, "words" | "spelled">,
): void {
  const words = key.filter((word) => word !== "&" && word !== "");
  const [joined, spelled] = [words.map(spellingKey).join(""), words.join("")];
  if (joined.length < 2) return;
  const known = names.get(joined) ?? [];
  const isKnown = known.some((entry) => entry.id === id && (entry.use === use || use !== "person"));
  if (!isKnown) names.set(joined, [...known, { id, use, name, words: words.length, spelled }]);
}

/** A title before a name is left out: "M. Weber" is found as "Weber" is. */
function personWords(name: string): string[] {
  return plainWords(name).filter((word) => !TITLES.has(word));
}

type Form = { words: string[]; use: NameUse };

function companyForms(name: string): Form[] {
  const remark = /[([]([^()[\]]+)[)\]]/u.exec(name)?.[1] ?? "";
  const isName = remark !== "" && findPlace(remark) === null;
  const form = (key: string, use: NameUse): Form => ({ words: key.split(" "), use });
  const others = [form(groupKey(name), "group"), ...(isName ? [form(nameKey(remark), "company")] : [])];
  return [form(nameKey(name), "company"), ...others.filter(({ words }) => !isGenericName(words))];
}

function isGenericName(words: readonly string[]): boolean {
  return words.every((word) => word === "&" || isGenericWord(word));
}

/** An alias that two parties bear tells neither: all references may begin with the same letters. */
function addAliases(names: Map<string, NameEntry[]>, parties: readonly NamedParty[]): void {
  const bearers = new Map<string, { words: string[]; ids: Set<string>; name: string }>();
  for (const { id, aliases = [] } of parties)
    for (const name of aliases) {
      const words = plainWords(name);
      const { ids } = bearers.get(words.join("")) ?? { ids: new Set<string>() };
      bearers.set(words.join(""), { words, name, ids: ids.add(id) });
    }
  for (const { words, ids, name } of bearers.values()) {
    const [only] = ids;
    if (ids.size === 1 && only !== undefined && !isCommonAlias(words))
      addEntry(names, words, { id: only, use: "word", name });
  }
}

function isCommonAlias(words: readonly string[]): boolean {
  const [first = ""] = words;
  // Initials with what joins them, "H&F", are letters that mean nothing apart.
  if (words.length > 1 && words.every((word) => word.length === 1)) return false;
  return (
    isGenericName(words) || (words.length === 1 && (isTechnicalWord(first) || findPlace(first) !== null))
  );
}

/** "للتأمين" is "insurance" too. */
function isCommonWord(word: string): boolean {
  return withoutPrefixes(word).some(isGenericWord);
}

type Bearer = { id: string; name: string };

/** Words that stand in the names of few parties and nowhere else: "Calanques" of "Mutuelle des Calanques". */
function telling(parties: readonly NamedParty[]): Map<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  for (const { id, companies } of parties)
    for (const name of companies)
      for (const word of new Set(nameKey(name).split(" "))) {
        if (word.length < LEAST_LETTERS || !/^\p{L}+$/u.test(word) || isCommonWord(word)) continue;
        const known = bearers.get(word) ?? [];
        if (!known.some((bearer) => bearer.id === id)) bearers.set(word, [...known, { id, name }]);
      }
  for (const [word, { length }] of bearers)
    if (length > MOST_BEARERS || findPlace(word) !== null) bearers.delete(word);
  return bearers;
}

/** The entries of a name that is known to be there. */
export function entriesOf({ names }: NameIndex, joined: string): readonly NameEntry[] {
  return entryOf(names, joined);
}
