/**
 * Merges two changed lists by key: additions of both, removals of both, stored order first. Null where both changed one
 * item.
 */
export function mergeLists<T>(
  base: readonly T[],
  yours: readonly T[],
  theirs: readonly T[],
  keyOf: (item: T) => string,
): T[] | null {
  const keysOf = (list: readonly T[]) => new Set(list.map(keyOf));
  const [inBase, inYours, inTheirs] = [keysOf(base), keysOf(yours), keysOf(theirs)];
  const added = yours.filter((item) => !inBase.has(keyOf(item)) && !inTheirs.has(keyOf(item)));
  const goneFromBoth = base.some((item) => !inYours.has(keyOf(item)) && !inTheirs.has(keyOf(item)));
  const isAddedByBoth = added.length > 0 && theirs.some((item) => !inBase.has(keyOf(item)));
  if (goneFromBoth && isAddedByBoth) return null;
  return [...theirs.filter((item) => !inBase.has(keyOf(item)) || inYours.has(keyOf(item))), ...added];
}

/** Merges texts with one entry a line, ignoring blank lines. */
export function mergeLines(base: string, yours: string, theirs: string): string | null {
  const [first, second, third] = [base, yours, theirs].map(linesOf) as [string[], string[], string[]];
  return mergeLists(first, second, third, (line) => line)?.join("\n") ?? null;
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
