/** A name by the key that it is compared by. */
export type KeyedName = { key: string; nameKey: string };

/** Most letters by which two keys may differ and still be one name. */
const MOST_SLIPS = 2;

/** A piece of a name that more names than this share tells none of them apart. */
const MOST_ALIKE = 100;

/**
 * Finds the names of `others` that are a slip away from each of `names`. Of two names that differ in two letters one
 * third at least stands in both, moved by two letters at most: only names that share such a third are compared.
 * `count` is called for each comparison.
 */
export function findNearNames(
  names: readonly KeyedName[],
  others: readonly KeyedName[],
  count: () => void = () => undefined,
): Map<string, string[]> {
  const index = indexFragments(others);
  return new Map(
    names.map((name) => {
      const near = candidatesOf(name.nameKey, index).filter((other) => {
        if (other.key === name.key) return false;
        count();
        return isNearName(name.nameKey, other.nameKey);
      });
      return [name.key, [...new Set(near.map(({ key }) => key))]];
    }),
  );
}

/**
 * Accepts two keys as one name where they differ by a slip of one or two letters, never more than a fifth.
 */
export function isNearName(a: string, b: string): boolean {
  const allowed = Math.min(MOST_SLIPS, Math.floor(Math.max(a.length, b.length) / 5));
  return a !== b && allowed > 0 && Math.abs(a.length - b.length) <= allowed && isWithin(a, b, allowed);
}

function indexFragments(names: readonly KeyedName[]): Map<string, KeyedName[]> {
  const index = new Map<string, KeyedName[]>();
  for (const name of names) {
    for (const { at, text } of fragmentsOf(name.nameKey)) {
      const id = fragmentId(name.nameKey.length, at, text);
      const alike = index.get(id) ?? [];
      alike.push(name);
      index.set(id, alike);
    }
  }
  return index;
}

function candidatesOf(nameKey: string, index: ReadonlyMap<string, KeyedName[]>): KeyedName[] {
  const found = new Set<KeyedName>();
  for (let length = nameKey.length - MOST_SLIPS; length <= nameKey.length + MOST_SLIPS; length += 1) {
    for (const { at, size } of placesOf(length)) {
      for (let shift = -MOST_SLIPS; shift <= MOST_SLIPS; shift += 1) {
        const text = nameKey.slice(Math.max(0, at + shift), Math.max(0, at + shift + size));
        const alike = text.length === size ? (index.get(fragmentId(length, at, text)) ?? []) : [];
        if (alike.length <= MOST_ALIKE) alike.forEach((name) => found.add(name));
      }
    }
  }
  return [...found];
}

function fragmentsOf(text: string): { at: number; text: string }[] {
  return placesOf(text.length).map(({ at, size }) => ({ at, text: text.slice(at, at + size) }));
}

/** The thirds of a name of that length. */
function placesOf(length: number): { at: number; size: number }[] {
  const size = Math.floor(length / (MOST_SLIPS + 1));
  if (size < 1) return [];
  return [
    { at: 0, size },
    { at: size, size },
    { at: 2 * size, size: length - 2 * size },
  ];
}

function fragmentId(length: number, at: number, text: string): string {
  return `${length} ${at} ${text}`;
}

/** Letters by which two near names differ, from 1 to `MOST_SLIPS`. */
export function slipsBetween(a: string, b: string): number {
  return isWithin(a, b, 1) ? 1 : MOST_SLIPS;
}

/** True when Levenshtein's distance is `allowed` at most: only the cells that near the diagonal are worked out. */
function isWithin(a: string, b: string, allowed: number): boolean {
  let row = new Map(Array.from({ length: allowed + 1 }, (_, at) => [at, at]));
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Map<number, number>();
    for (let j = Math.max(0, i - allowed); j <= Math.min(b.length, i + allowed); j += 1) {
      const swap = (row.get(j - 1) ?? Infinity) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.set(j, Math.min(swap, (row.get(j) ?? Infinity) + 1, (next.get(j - 1) ?? Infinity) + 1));
    }
    if (Math.min(...next.values()) > allowed) return false;
    row = next;
  }
  return (row.get(b.length) ?? Infinity) <= allowed;
}
