import { groupKey, nameKey } from "@/lib/domain/controller/company-names";
import { nameFinder } from "@/lib/domain/controller/find-names";
import { indexNames } from "@/lib/domain/controller/name-index";
import { findNearNames } from "@/lib/domain/controller/near-names";
import { entryOf } from "@/lib/domain/invariant/required";

/**
 * Groups names that may be one company: alike but for legal form, country, a slip, a word more ("OVH Groupe"), letters grown
 * on to it ("OVHcloud"), or called by a word that tells it. Whether they are is for a person to say. Names that nothing
 * joins are in no group; each group is in the order of `names`.
 */
export function groupCompanies(names: readonly string[]): string[][] {
  const parents = new Map(names.map((name) => [name, name]));
  const rootOf = (name: string): string => {
    let root = name;
    while (entryOf(parents, root) !== root) root = entryOf(parents, root);
    parents.set(name, root);
    return root;
  };
  for (const [one, other] of alikePairs([...parents.keys()])) parents.set(rootOf(other), rootOf(one));
  const groups = new Map<string, string[]>();
  for (const name of parents.keys()) {
    const group = groups.get(rootOf(name)) ?? [];
    group.push(name);
    groups.set(rootOf(name), group);
  }
  return [...groups.values()].filter((group) => new Set(group.map(plain)).size > 1);
}

/** Names beyond which only those of one key are compared: no register has so many companies, and a hostile file may. */
const MOST_COMPARED = 5_000;

/** Names that differ by capitals and spaces alone are one, and no question. */
function plain(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

function alikePairs(names: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  const firsts = new Map<string, string>();
  for (const name of names) {
    const key = groupKey(name);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, name);
    else pairs.push([first, name]);
  }
  if (names.length > MOST_COMPARED) return pairs;
  const keyed = names.map((name) => ({ key: name, nameKey: nameKey(name) }));
  for (const [name, others] of findNearNames(keyed, keyed))
    for (const other of others) pairs.push([name, other]);
  return [...pairs, ...longerPairs(names), ...calledPairs(names)];
}

/** Letters of a name that another may be grown from. */
const SHORTEST = 3;

/** Walks the keys in their order, in which a name stands before all that begin with it. */
function longerPairs(names: readonly string[]): [string, string][] {
  const byKey = new Map(names.toReversed().map((name) => [nameKey(name), name]));
  const pairs: [string, string][] = [];
  const beginnings: string[] = [];
  for (const key of [...byKey.keys()].sort()) {
    while (beginnings.length > 0 && !key.startsWith(beginnings.at(-1) ?? "")) beginnings.pop();
    const other = entryOf(byKey, key);
    for (const beginning of beginnings) {
      const name = entryOf(byKey, beginning);
      if (isGrownFrom(name, beginning, other)) pairs.push([name, other]);
    }
    if (key.length >= SHORTEST) beginnings.push(key);
  }
  return pairs;
}

/** "OVH" → "OVH Groupe SAS", "OVHcloud"; "Micro" is no beginning of "Microsoft", whose letters go on alike. */
function isGrownFrom(name: string, key: string, other: string): boolean {
  if (nameKey(other).startsWith(`${key} `)) return true;
  const bare = withoutForm(name, key);
  if (!other.startsWith(bare)) return false;
  const [last = "", next = ""] = [bare.at(-1), other.at(bare.length)];
  const isUpper = (letter: string) => letter !== letter.toLowerCase();
  return (
    /\p{L}/u.test(last) && /\p{L}/u.test(next) && isUpper(last) !== isUpper(next) && isUpper(bare[0] ?? "")
  );
}

/** Returns the first words of a name that are all of its key: "OVH SAS" → "OVH". */
function withoutForm(name: string, key: string): string {
  const words = name.trim().split(/\s+/);
  const count = words.findIndex((_, at) => nameKey(words.slice(0, at + 1).join(" ")) === key);
  return count < 0 ? name.trim() : words.slice(0, count + 1).join(" ");
}

/** Finds names of one word that the index knows in another's. */
function calledPairs(names: readonly string[]): [string, string][] {
  const find = nameFinder(indexNames(names.map((name) => ({ id: name, companies: [name] }))));
  return names
    .filter((name) => !nameKey(name).includes(" "))
    .flatMap((name) =>
      find(name).flatMap(({ entries }) =>
        entries.filter(({ id }) => id !== name).map(({ id }): [string, string] => [name, id]),
      ),
    );
}
