import { findPlace } from "@/lib/domain/country/places";
import { isGenericWord } from "./generic-words";
import type { NameEntry, NameIndex } from "./name-index";
import { isNearName } from "./near-names";
import { isOrdinaryWord } from "./ordinary-words";
import { isTechnicalWord } from "./technical-words";
import { transliterationFinder } from "./transliterated-names";

/**
 * Words of a text read together as one name: `joined` by the keys of their spelling, `spelled` as they are spelled. `isJoined`: nothing
 * but what stands inside one name parts them; `isElided`: the first is "d’", "l’" or the like.
 */
export type Run = {
  from: number;
  to: number;
  joined: string;
  spelled: string;
  raw: string;
  isJoined: boolean;
  isElided: boolean;
};

type ShortForm = { run: Run; entries: readonly NameEntry[] };

const SMALL_FROM = 3;
const SLIP_FROM = 5;
const SLIP_UP_TO = 10;
/** Most letters that a word may lack at its end and still call the name: "Orvel" of "Orvelle". */
const MOST_CUT = 2;

/**
 * Makes a finder of short ways to call a party, each of which a person is asked about: an acronym with points, "E.D.F."; a short
 * name in small letters, "axa", "m3r"; a single word one slip away, "Hertzya"; one in the other script. Ordinary words are left out.
 */
export function shortFormFinder(index: NameIndex): (runs: readonly Run[]) => ShortForm[] {
  const slips = slipIndex(index);
  const findWritten = transliterationFinder(index);
  return (runs) =>
    runs.flatMap((run) => {
      const entries = isSpelled(run)
        ? spelledEntries(run, index)
        : wordEntries(run, index, { slips, findWritten });
      return entries.length === 0 ? [] : [{ run, entries }];
    });
}

/** True of single letters in a row, as in "E.D.F.". */
function isSpelled({ raw, joined, isJoined }: Run): boolean {
  return isJoined && joined.length >= SMALL_FROM && /^\p{L}(?: \p{L})+$/u.test(raw);
}

function spelledEntries({ joined }: Run, { names }: NameIndex): NameEntry[] {
  return (names.get(joined) ?? []).filter(({ use, words }) => use !== "person" && words === 1);
}

type Near = {
  slips: ReadonlyMap<string, SlipName[]>;
  findWritten: ReturnType<typeof transliterationFinder>;
};

function wordEntries(run: Run, index: NameIndex, { slips, findWritten }: Near): NameEntry[] {
  const { joined, spelled, raw, from, to } = run;
  if (to - from !== 1 || isCommon(spelled) || isCommon(joined)) return [];
  const known = index.names.get(joined);
  if (known) return joined.length >= SMALL_FROM ? known.filter(({ use }) => use === "word") : [];
  if (!/^\p{L}+$/u.test(joined) || !(/^\p{Lu}/u.test(raw) || isArabic(raw))) return [];
  const near = joined.length >= SLIP_FROM && !isArabic(raw) ? slipEntries(joined, slips) : [];
  return [...new Set([...near, ...findWritten(joined)])];
}

function isArabic(raw: string): boolean {
  return /^\p{Script=Arabic}/u.test(raw);
}

function isCommon(plain: string): boolean {
  return isOrdinaryWord(plain) || isGenericWord(plain) || isTechnicalWord(plain) || findPlace(plain) !== null;
}

type SlipName = { name: string; entries: readonly NameEntry[] };

/** Names of one word, by each of their halves: one slip leaves one of the two as it is. */
function slipIndex({ names }: NameIndex): Map<string, SlipName[]> {
  const index = new Map<string, SlipName[]>();
  for (const [name, all] of names) {
    const entries = all.filter(({ use, words }) => use !== "person" && words === 1);
    if (entries.length === 0 || !/^\p{L}+$/u.test(name)) continue;
    if (name.length < SLIP_FROM || name.length > SLIP_UP_TO || isGenericWord(name)) continue;
    for (const half of halvesOf(name)) index.set(half, [...(index.get(half) ?? []), { name, entries }]);
  }
  return index;
}

function halvesOf(name: string): string[] {
  const middle = Math.floor(name.length / 2);
  return [`^${name.slice(0, middle)}`, `$${name.slice(middle)}`];
}

function slipEntries(joined: string, slips: ReadonlyMap<string, SlipName[]>): NameEntry[] {
  const pieces = Array.from({ length: joined.length + 1 }, (_, at) => [
    `^${joined.slice(0, at)}`,
    `$${joined.slice(at)}`,
  ]);
  const near = new Set(pieces.flat().flatMap((piece) => slips.get(piece) ?? []));
  const isCut = (name: string) => name.startsWith(joined) && name.length - joined.length <= MOST_CUT;
  const found = [...near].filter(({ name }) => isOneSlip(joined, name) || isCut(name));
  return [...new Set(found.flatMap(({ entries }) => entries))];
}

function isOneSlip(one: string, other: string): boolean {
  return one.length < SLIP_UP_TO && isNearName(one, other);
}
