import { isPlaceholderName } from "@/lib/domain/controller/placeholder";
import { groupKey, nameKey } from "@/lib/domain/controller/company-names";
import { nameFinder } from "@/lib/domain/controller/find-names";
import { indexNames } from "@/lib/domain/controller/name-index";
import { findNearNames, type KeyedName } from "@/lib/domain/controller/near-names";
import { entryOf, required } from "@/lib/domain/invariant/required";
import type { ControllerReading } from "./types";

export type KnownController = {
  id: string;
  legalName: string;
  isPlaceholder: boolean;
  spellings: readonly string[];
  /** ISO 3166-1 alpha-2; absent or null while nobody said it. */
  country?: string | null;
  /** Legal names that it had before: proposed, since another may bear one now. */
  formerNames: readonly string[];
  /** Short names by which it may be called: initials, words of its mail domain, letters of its contracts. */
  aliases?: readonly string[];
};

/** Controller that the file names, under one or several spellings. */
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

/** Companies of one group displayed together, at most. */
const MOST_OF_GROUP = 20;

type Named = { controllerName: string; controller: ControllerReading };

/** Assignments of spellings, by their exact text, to keys of planned controllers. */
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
  const registered = new Map(known.map((controller) => [controller.id, controller] as const));
  const drafts = new Map<string, Draft>();
  const keyOf = keyFinder(known, choices);
  const uses = new Map<string, number>();
  for (const row of rows) {
    if (!row.controllerName) continue;
    uses.set(row.controllerName, (uses.get(row.controllerName) ?? 0) + 1);
    const key = keyOf(row.controllerName);
    const draft = drafts.get(key) ?? openDraft();
    drafts.set(key, draft);
    addRow(draft, row);
  }
  const entries = [...drafts].map(([key, draft]) => closeDraft(key, draft, { registered, uses }));
  const near = findNear(entries, known);
  return entries.map((entry) => ({ ...entry, near: near(entry) }));
}

/** The key under which a spelling is planned: thousands of rows write a few hundred names. */
export function keyFinder(
  known: readonly KnownController[],
  choices: ControllerChoices,
): (spelling: string) => string {
  const settled = firstOf(
    known.flatMap(({ id, legalName, spellings }) => [legalName, ...spellings].map((stated) => [stated, id])),
  );
  const named = firstOf(
    known.filter(({ isPlaceholder }) => !isPlaceholder).map(({ id, legalName }) => [nameKey(legalName), id]),
  );
  const found = new Map<string, string>();
  const find = (spelling: string): string => {
    // A name may be that of a property that every object has: "constructor".
    const chosen = Object.hasOwn(choices, spelling) ? choices[spelling] : undefined;
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

type Draft = { spellings: Set<string>; rows: number; reading: ControllerReading };

function openDraft(): Draft {
  return { spellings: new Set(), rows: 0, reading: {} };
}

// The first row that says something of a field says it; a later one fills what is still blank.
function addRow(draft: Draft, { controllerName, controller }: Named): void {
  draft.spellings.add(controllerName);
  draft.rows += 1;
  const stated = Object.entries(controller).filter(
    ([, value]) => value !== undefined && value !== "" && value !== null,
  );
  const told: ControllerReading = Object.fromEntries(stated);
  draft.reading = { ...(isSameContact(told, draft.reading) ? told : withoutContact(told)), ...draft.reading };
}

/** Address and telephone are those of one person: of another who is named, neither completes the first. */
function isSameContact({ contactName: one }: ControllerReading, { contactName: other }: ControllerReading) {
  return !one || !other || nameKey(one) === nameKey(other);
}

function withoutContact({
  contactName: _name,
  contactEmail: _email,
  contactPhone: _phone,
  ...others
}: ControllerReading): ControllerReading {
  return others;
}

type Context = { registered: ReadonlyMap<string, KnownController>; uses: ReadonlyMap<string, number> };

function closeDraft(key: string, draft: Draft, { registered, uses }: Context): PlannedController {
  const spellings = [...draft.spellings];
  const existing = key.startsWith("known:") ? registered.get(key.slice("known:".length)) : undefined;
  const named = existing
    ? { name: existing.legalName, isPlaceholder: existing.isPlaceholder }
    : nameOf(spellings, uses);
  return {
    key,
    ...named,
    existingId: existing?.id ?? null,
    spellings,
    rows: draft.rows,
    isSettled: existing !== undefined && areAllDecided(spellings, existing),
    near: [],
    reading: draft.reading,
  };
}

/** The spelling most often used; at equal use the longest, which has its legal form, and rather not all capitals. */
function nameOf(spellings: readonly string[], used: ReadonlyMap<string, number>) {
  const uses = (spelling: string) => used.get(spelling) ?? 0;
  const [name] = [...spellings].sort(
    (a, b) =>
      Number(isPlaceholderName(a)) - Number(isPlaceholderName(b)) ||
      uses(b) - uses(a) ||
      Number(isUpperCase(a)) - Number(isUpperCase(b)) ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  );
  return {
    name: required(name, "spelling of a controller"),
    isPlaceholder: spellings.every(isPlaceholderName),
  };
}

function areAllDecided(spellings: readonly string[], existing: KnownController): boolean {
  const settled = new Set([existing.legalName, ...existing.spellings]);
  return spellings.every((spelling) => settled.has(spelling));
}

function isUpperCase(name: string): boolean {
  return name === name.toUpperCase();
}

/** Names that differ by a slip, those of one group in several countries, and what people call a known one: its former name, a telling word. */
function findNear(
  entries: readonly PlannedController[],
  known: readonly KnownController[],
): (entry: PlannedController) => string[] {
  const named = [
    ...entries.map(({ key, name }) => ({ key, name })),
    ...known.map(({ id, legalName }) => ({ key: `known:${id}`, name: legalName })),
  ];
  const others: KeyedName[] = named.map(({ key, name }) => ({ key, nameKey: nameKey(name) }));
  const asking = entries
    .filter(({ isPlaceholder }) => !isPlaceholder)
    .map(({ key, name }) => ({ key, nameKey: nameKey(name) }));
  const slips = findNearNames(asking, others);
  const groups = new Map<string, string[]>();
  for (const { key, name } of named) {
    const group = groups.get(groupKey(name)) ?? [];
    if (group.length < MOST_OF_GROUP) group.push(key);
    groups.set(groupKey(name), group);
  }
  const called = findCalled(known);
  return ({ key, name, isPlaceholder, existingId }) =>
    isPlaceholder
      ? []
      : [
          ...new Set([
            ...(slips.get(key) ?? []),
            ...entryOf(groups, groupKey(name)),
            ...(existingId === null ? called(name) : []),
          ]),
        ].filter((other) => other !== key);
}

/** Finds the keys of known controllers that a name may call, by the index that notices and proposals read. */
function findCalled(known: readonly KnownController[]): (name: string) => string[] {
  const parties = known
    .filter(({ isPlaceholder }) => !isPlaceholder)
    .map(({ id, legalName, spellings, formerNames, aliases = [] }) => ({
      id,
      companies: [legalName, ...spellings, ...formerNames],
      aliases,
    }));
  const find = nameFinder(indexNames(parties));
  return (name) =>
    find(name)
      .flatMap(({ entries }) => entries.map(({ id }) => `known:${id}`))
      .slice(0, MOST_OF_GROUP);
}
