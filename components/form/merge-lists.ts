/**
 * Two changed lists as one: what either added is there, what either took away is not. Null where both changed the
 * same item, for then somebody must choose. Items are the same when their keys are; theirs come first, in their order.
 */
export function mergeLists<T>(
  base: readonly T[],
  yours: readonly T[],
  theirs: readonly T[],
  keyOf: (item: T) => string,
): T[] | null {
  const [inBase, inYours, inTheirs] = [base, yours, theirs].map((list) => new Set(list.map(keyOf))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const added = yours.filter((item) => !inBase.has(keyOf(item)) && !inTheirs.has(keyOf(item)));
  const [goneFromYours, goneFromTheirs] = [inYours, inTheirs].map((stored) =>
    base.filter((item) => !stored.has(keyOf(item))),
  );
  const goneFromBoth = goneFromYours!.some((item) => goneFromTheirs!.includes(item));
  const isAddedByBoth = added.length > 0 && theirs.some((item) => !inBase.has(keyOf(item)));
  if (goneFromBoth && isAddedByBoth) return null;
  return [...theirs.filter((item) => !inBase.has(keyOf(item)) || inYours.has(keyOf(item))), ...added];
}

/** The same for a text box with one entry a line, blank lines left out. */
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
