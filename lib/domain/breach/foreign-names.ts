import { MAIL_PROVIDERS } from "@/lib/domain/access/mail-providers";
import { nameKey, plainWords } from "@/lib/domain/controller/company-names";
import { findNearNames } from "@/lib/domain/controller/near-names";
import { entryOf } from "@/lib/domain/invariant/required";

/** Names under which a party is known. */
export type PartyNames = {
  /** Legal name, spellings and trade names. */
  companies: readonly string[];
  people: readonly string[];
  addresses: readonly string[];
  /** Telephone and registration numbers. */
  numbers: readonly string[];
};

/** `isCertain` is false where the words may also be common ones, or another name: a person then confirms that they are. */
export type ForeignName = { found: string; isCertain: boolean };

/** Two parties to whom one text is judged: it may name `own`, and none of `others`. */
export type Parties = { own: readonly PartyNames[]; others: readonly PartyNames[] };

/** A shorter name is found only where it is written as it is, not in two words that make it. */
const JOINED_FROM = 4;
/** A shorter name differs by a slip from too many common words. */
const NEAR_FROM = 8;
/** Most words of a text that are read together as one name. */
const MOST_WORDS = 8;
/** A shorter row of figures is a quantity or a date. */
const FIGURES_FROM = 8;

/**
 * Finds what a text says of another controller than the one it goes to: companies, people, mail domains, numbers. Blind to
 * case, accents, legal forms, spaces and invisible characters; a name inside a name of one's own is no finding.
 */
export function foreignNameFinder({ own, others }: Parties): (text: string) => ForeignName[] {
  const index = indexNames(own, others);
  const addresses = addressesOf(own, others);
  const numbers = numbersOf(own, others);
  return (text) =>
    unique([...findNames(text, index), ...findAddresses(text, addresses), ...findNumbers(text, numbers)]);
}

type Named = { isOwn: boolean; isPerson: boolean; words: number };
type Index = { names: ReadonlyMap<string, Named>; near: readonly { key: string; nameKey: string }[] };

function indexNames(own: readonly PartyNames[], others: readonly PartyNames[]): Index {
  const names = new Map<string, Named>();
  for (const [parties, isOwn] of [
    [others, false],
    [own, true],
  ] as const)
    for (const { companies, people } of parties)
      for (const [list, isPerson] of [
        [people, true],
        [companies, false],
      ] as const)
        for (const name of list) addName(names, name, { isOwn, isPerson });
  const near = [...names]
    .filter(([joined, { isOwn }]) => !isOwn && joined.length >= NEAR_FROM)
    .map(([joined]) => ({ key: `name ${joined}`, nameKey: joined }));
  return { names, near };
}

function addName(names: Map<string, Named>, name: string, named: Omit<Named, "words">): void {
  // A title before a name is left out: "M. Weber" is found as "Weber" is.
  const key = named.isPerson
    ? plainWords(name).filter((word) => !TITLES.has(word))
    : nameKey(name).split(" ");
  const words = key.filter((word) => word !== "&" && word !== "");
  const joined = words.join("");
  if (joined.length > 1) names.set(joined, { ...named, words: words.length });
}

const TITLES = new Set("m mm mr mrs ms mme mlle me dr maitre madame monsieur السيد السيدة".split(" "));

type Word = { raw: string; plain: string };
type Run = { from: number; to: number; joined: string; raw: string };

function findNames(text: string, { names, near }: Index): ForeignName[] {
  const words = wordsOf(text);
  const runs = runsOf(words);
  const exact = runs.filter(({ joined, from, to }) => {
    const named = names.get(joined);
    return named && (joined.length >= JOINED_FROM || to - from === named.words);
  });
  const ownRuns = exact.filter(({ joined }) => names.get(joined)?.isOwn);
  const isShielded = (run: Run) => ownRuns.some(({ from, to }) => from <= run.from && run.to <= to);
  const foreign = exact.filter((run) => !names.get(run.joined)?.isOwn && !isShielded(run));
  const certain = foreign.map((run) => ({
    found: run.raw,
    isCertain: isCertainMatch(run, entryOf(names, run.joined)),
  }));
  const alike = nearRuns(
    runs.filter((run) => !names.has(run.joined) && !isShielded(run)),
    near,
  );
  const isApart = (run: Run) => !foreign.some(({ from, to }) => run.from < to && from < run.to);
  return [...certain, ...alike.filter(isApart).map(({ raw }) => ({ found: raw, isCertain: false }))];
}

/** A single word in small letters may be a common one ("le total", "libre"); a first name alone names many. */
function isCertainMatch({ raw }: Run, { isPerson, words }: Named): boolean {
  const isCased = raw.toLowerCase() !== raw.toUpperCase();
  if (words > 1) return !isPerson || !isCased || raw !== raw.toLowerCase();
  return !isPerson && (!isCased || raw !== raw.toLowerCase());
}

function nearRuns(runs: readonly Run[], near: Index["near"]): Run[] {
  if (near.length === 0) return [];
  const keyed = runs
    .filter(({ joined }) => joined.length >= NEAR_FROM - 1)
    .map((run, at) => ({ key: `run ${at}`, nameKey: run.joined, run }));
  const found = findNearNames(keyed, near);
  return keyed.filter(({ key }) => entryOf(found, key).length > 0).map(({ run }) => run);
}

function wordsOf(text: string): Word[] {
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

function addressesOf(own: readonly PartyNames[], others: readonly PartyNames[]): string[] {
  const spoken = (parties: readonly PartyNames[]) =>
    new Set(parties.flatMap(({ addresses }) => addresses.flatMap(addressOrDomain)));
  const allowed = spoken(own);
  return [...spoken(others)].filter((address) => !allowed.has(address));
}

/** A mailbox at a public provider names one person alone; elsewhere the domain names a company. */
function addressOrDomain(address: string): string[] {
  const plain = address.trim().toLowerCase();
  const domain = plain.split("@")[1] ?? "";
  if (!domain.includes(".")) return [];
  return [MAIL_PROVIDERS.has(domain) ? plain : domain];
}

function findAddresses(text: string, addresses: readonly string[]): ForeignName[] {
  const plain = text.normalize("NFKC").toLowerCase();
  return addresses
    .filter((address) => isWritten(plain, address))
    .map((found) => ({ found, isCertain: true }));
}

function isWritten(text: string, address: string): boolean {
  const isPart = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}-]/u.test(sign);
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1))
    if (!isPart(text[at - 1]) && !isPart(text[at + address.length])) return true;
  return false;
}

function numbersOf(own: readonly PartyNames[], others: readonly PartyNames[]): string[] {
  const figures = (parties: readonly PartyNames[]) =>
    new Set(parties.flatMap(({ numbers }) => numbers.map(distinguishingDigits).filter(Boolean)));
  const allowed = figures(own);
  return [...figures(others)].filter((number) => !allowed.has(number));
}

/** The last nine figures: with or without a country's code it is one telephone. */
function distinguishingDigits(number: string): string {
  const figures = figuresOf(number);
  return figures.length < FIGURES_FROM ? "" : figures.slice(-9);
}

function figuresOf(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "");
}

function findNumbers(text: string, numbers: readonly string[]): ForeignName[] {
  if (numbers.length === 0) return [];
  const rows = [...text.normalize("NFKC").matchAll(/\d(?:[\s.\-()/\u200b-\u200f]*\d){7,}/g)].map(
    ([row]) => row,
  );
  return rows
    .filter((row) => numbers.some((number) => figuresOf(row).includes(number)))
    .map((found) => ({ found, isCertain: true }));
}

/** Returns one finding for each writing; a certain one outweighs a doubtful one. */
function unique(findings: readonly ForeignName[]): ForeignName[] {
  const byName = new Map<string, ForeignName>();
  for (const finding of findings)
    if (!byName.get(finding.found)?.isCertain) byName.set(finding.found, finding);
  return [...byName.values()];
}
