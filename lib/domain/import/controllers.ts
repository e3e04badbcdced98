import { isPlaceholderName } from "@/lib/domain/controller/placeholder";
import { isNearName, nameKey } from "./controller-names";
import type { ControllerReading } from "./types";

export type KnownController = {
  id: string;
  legalName: string;
  isPlaceholder: boolean;
  spellings: readonly string[];
};

/** One controller that the file names, under one or several spellings. */
export type PlannedController = {
  /** "known:<id>" for one that the register already has, "new:<name key>" for one that the import would make. */
  key: string;
  /** The name the register has, or the spelling to be taken for it. */
  name: string;
  existingId: string | null;
  spellings: string[];
  rows: number;
  isPlaceholder: boolean;
  /** Every spelling was settled before: nothing is asked again. */
  isSettled: boolean;
  /** Keys of others whose name differs by a slip: shown, never joined by themselves. */
  near: string[];
  reading: ControllerReading;
};

type Named = { controllerName: string; controller: ControllerReading };

/** Where a person put a spelling, by its exact text: the key of a planned controller. */
export type ControllerChoices = Readonly<Record<string, string>>;

/**
 * Gathers the spellings of a file into controllers. A choice wins; then a spelling settled before; then the same name
 * key. A placeholder is joined to nobody but by choice, not even to another placeholder of other words.
 */
export function planControllers(
  rows: readonly Named[],
  known: readonly KnownController[],
  choices: ControllerChoices,
): PlannedController[] {
  const planned = new Map<string, PlannedController>();
  const keyOf = keyFinder(known, choices);
  const uses = new Map<string, number>();
  for (const row of rows) {
    if (!row.controllerName) continue;
    uses.set(row.controllerName, (uses.get(row.controllerName) ?? 0) + 1);
    const key = keyOf(row.controllerName);
    const entry = planned.get(key) ?? openEntry(key, known);
    planned.set(key, addRow(entry, row));
  }
  const entries = [...planned.values()].map((entry) =>
    entry.existingId ? entry : { ...entry, ...nameOf(entry, uses) },
  );
  const others = [
    ...entries.map(({ key, name }) => ({ key, nameKey: nameKey(name) })),
    ...known.map(({ id, legalName }) => ({ key: `known:${id}`, nameKey: nameKey(legalName) })),
  ];
  return entries.map((entry) => ({
    ...entry,
    isSettled: isSettled(entry, known),
    near: nearKeys(entry, others),
  }));
}

/** The key under which a spelling is planned: thousands of rows write a few hundred names. */
export function keyFinder(
  known: readonly KnownController[],
  choices: ControllerChoices,
): (spelling: string) => string {
  const settled = firstOf(
    known.flatMap(({ id, legalName, spellings }) => [legalName, ...spellings].map((said) => [said, id])),
  );
  const named = firstOf(
    known.filter(({ isPlaceholder }) => !isPlaceholder).map(({ id, legalName }) => [nameKey(legalName), id]),
  );
  const found = new Map<string, string>();
  const find = (spelling: string): string => {
    const chosen = choices[spelling];
    if (chosen) return chosen;
    if (settled.has(spelling)) return `known:${settled.get(spelling)}`;
    const key = nameKey(spelling);
    if (isPlaceholderName(spelling)) return `new:placeholder ${key}`;
    return named.has(key) ? `known:${named.get(key)}` : `new:${key}`;
  };
  return (spelling) => {
    const key = found.get(spelling) ?? find(spelling);
    found.set(spelling, key);
    return key;
  };
}

/** The first that bears each name. */
function firstOf(pairs: readonly (readonly string[])[]): Map<string, string> {
  return new Map([...pairs].reverse() as [string, string][]);
}

function openEntry(key: string, known: readonly KnownController[]): PlannedController {
  const existing = known.find(({ id }) => key === `known:${id}`);
  return {
    key,
    name: existing?.legalName ?? "",
    existingId: existing?.id ?? null,
    spellings: [],
    rows: 0,
    isPlaceholder: existing?.isPlaceholder ?? false,
    isSettled: false,
    near: [],
    reading: {},
  };
}

// The first row that says something of a field says it; a later one fills what is still blank.
function addRow(entry: PlannedController, { controllerName, controller }: Named): PlannedController {
  const spellings = entry.spellings.includes(controllerName)
    ? entry.spellings
    : [...entry.spellings, controllerName];
  const said = Object.entries(controller).filter(
    ([, value]) => value !== undefined && value !== "" && value !== null,
  );
  return {
    ...entry,
    spellings,
    rows: entry.rows + 1,
    reading: { ...Object.fromEntries(said), ...entry.reading },
  };
}

/** The spelling most often used; at equal use the longest, which has its legal form, and rather not all capitals. */
function nameOf({ spellings }: PlannedController, used: ReadonlyMap<string, number>) {
  const uses = (spelling: string) => used.get(spelling) ?? 0;
  const [name] = [...spellings].sort(
    (a, b) =>
      Number(isPlaceholderName(a)) - Number(isPlaceholderName(b)) ||
      uses(b) - uses(a) ||
      Number(isShouted(a)) - Number(isShouted(b)) ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  );
  return { name: name!, isPlaceholder: spellings.every(isPlaceholderName) };
}

function isSettled({ existingId, spellings }: PlannedController, known: readonly KnownController[]): boolean {
  const existing = known.find(({ id }) => id === existingId);
  return (
    existing !== undefined &&
    spellings.every((spelling) => spelling === existing.legalName || existing.spellings.includes(spelling))
  );
}

function isShouted(name: string): boolean {
  return name === name.toUpperCase();
}

function nearKeys(
  { key, name, isPlaceholder }: PlannedController,
  others: readonly { key: string; nameKey: string }[],
): string[] {
  if (isPlaceholder) return [];
  const own = nameKey(name);
  const near = others.filter((other) => other.key !== key && isNearName(own, other.nameKey));
  return [...new Set(near.map((other) => other.key))];
}
