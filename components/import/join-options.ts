import type { PlannedController } from "@/lib/domain/import/controllers";

type Named = { key: string; name: string };
type Planned = Pick<PlannedController, "key" | "name" | "existingId" | "spellings" | "near">;

/** `apart` makes the spelling a controller of its own; null where it already is one. */
export type JoinOptions = { choices: Named[]; apart: string | null };

/** Beyond this a list helps nobody: what is near is offered, and nothing else. */
const LONGEST_LIST = 80;

/** Where a spelling may be put: where it is, what is near it, then every other controller of the file and register. */
export function joinOptions(
  entry: Planned,
  spelling: string,
  planned: readonly Planned[],
  known: readonly { key: string; legalName: string }[],
): JoinOptions {
  const names = new Map<string, string>();
  for (const { key, name } of planned) names.set(key, name);
  for (const { key, legalName } of known) names.set(key, legalName);
  const others = [...names.keys()].filter((key) => key !== entry.key && !entry.near.includes(key));
  const offered = names.size <= LONGEST_LIST ? others : [];
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
