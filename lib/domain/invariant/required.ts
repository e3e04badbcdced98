/** Thrown where a value that the code relies on is absent: a fault of the program, never of what a person typed. */
export class AbsentValueError extends Error {
  constructor(named: string) {
    super(`Absent: ${named}.`);
    this.name = "AbsentValueError";
  }
}

export type NonEmpty<Item> = readonly [Item, ...Item[]];

export function isNonEmpty<Item>(items: readonly Item[]): items is NonEmpty<Item> {
  return items.length > 0;
}

/** Reads a value that an invariant promises. `named` tells the reader of the log which one was broken. */
export function required<Value>(value: Value, named: string): NonNullable<Value> {
  if (value === null || value === undefined) throw new AbsentValueError(named);
  return value;
}

/** Reads an item whose index comes from the list itself or from one of the same length. */
export function itemAt<Item>(items: ArrayLike<Item>, index: number): Item {
  const item = items[index];
  if (item === undefined) throw new AbsentValueError(`item ${index} of ${items.length}`);
  return item;
}

/** Reads the last item of a list that is never empty. */
export function lastOf<Item>(items: ArrayLike<Item>): Item {
  return itemAt(items, items.length - 1);
}

/** Gives the item of a list of exactly one; none or several are no answer. */
export function onlyOf<Item>(items: readonly Item[]): Item | null {
  const [item] = items;
  return items.length === 1 && item !== undefined ? item : null;
}

/** Reads the value of a key that the map was filled with. */
export function entryOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new AbsentValueError(`entry ${String(key)}`);
  return value;
}

/** Reads a field that the record holds under a name computed from its own names. */
export function fieldOf<Value>(record: Readonly<Record<string, Value>>, name: string): Value {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (value === undefined) throw new AbsentValueError(`field ${name}`);
  return value;
}
