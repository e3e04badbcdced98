import type { PlannedController } from "@/lib/domain/import/controllers";

type Named = { key: string; name: string };
type Planned = Pick<PlannedController, "key" | "name" | "existingId" | "spellings" | "near">;

/** `apart` creates a controller for the spelling; null where it already is one. */
export type JoinOptions = { choices: Named[]; apart: string | null };

export const JOIN_LIST = "join-names";

/** Longer lists are replaced by a typed name. */
const LONGEST_LIST = 80;

export function joinNames(
  planned: readonly Named[],
  known: readonly { key: string; legalName: string }[],
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { key, name } of planned) names.set(key, name);
  for (const { key, legalName } of known) names.set(key, legalName);
  return names;
}

export function isSearched(names: ReadonlyMap<string, string>): boolean {
  return names.size > LONGEST_LIST;
}

/** Orders the current controller first, then similar names, then all others. */
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

export function asksSomething(
  entry: Pick<PlannedController, "spellings" | "near" | "isPlaceholder" | "isSettled">,
): boolean {
  if (entry.isSettled) return false;
  return entry.spellings.length > 1 || entry.near.length > 0 || entry.isPlaceholder;
}
