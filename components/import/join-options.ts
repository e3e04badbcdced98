import type { PlannedController } from "@/lib/domain/import/controllers";

type Named = { key: string; name: string };
type Planned = Pick<PlannedController, "key" | "name" | "existingId" | "spellings" | "near">;

/** `apart` makes the spelling a controller of its own; null where it already is one. */
export type JoinOptions = { choices: Named[]; apart: string | null };

/** The list of every name, for a field in which one is typed. */
export const JOIN_LIST = "join-names";

/** Beyond this a name is found by typing some of it. */
const LONGEST_LIST = 80;

/** Every controller of the file and the register once, by its key. */
export function joinNames(
  planned: readonly Named[],
  known: readonly { key: string; legalName: string }[],
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { key, name } of planned) names.set(key, name);
  for (const { key, legalName } of known) names.set(key, legalName);
  return names;
}

/** True where there are too many to be looked through. */
export function isSearched(names: ReadonlyMap<string, string>): boolean {
  return names.size > LONGEST_LIST;
}

/** Where a spelling may be put: where it is, what is near it, then every other controller of the file and register. */
export function joinOptions(
  entry: Planned,
  spelling: string,
  planned: readonly Planned[],
  known: readonly { key: string; legalName: string }[],
): JoinOptions {
  const names = joinNames(planned, known);
  const others = [...names.keys()].filter((key) => key !== entry.key && !entry.near.includes(key));
  const offered = isSearched(names) ? [] : others;
  const choices = [entry.key, ...entry.near, ...offered].map((key) => ({ key, name: names.get(key) ?? key }));
  const isAlone = entry.spellings.length === 1 && entry.existingId === null;
  return { choices, apart: isAlone ? null : `new:apart ${spelling}` };
}

/** True for a name that asks something of the person. */
export function asksSomething(
  entry: Pick<PlannedController, "spellings" | "near" | "isPlaceholder" | "isSettled">,
): boolean {
  if (entry.isSettled) return false;
  return entry.spellings.length > 1 || entry.near.length > 0 || entry.isPlaceholder;
}
