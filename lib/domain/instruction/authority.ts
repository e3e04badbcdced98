/** Somebody whom a contract names as allowed to instruct; days inclusive. */
export type ListedInstructor = { id: string; name: string; from: string; until: string | null };

/** By what right somebody instructs: named in a contract on that day, before or after it, or in none. */
export const AUTHORITIES = ["listed", "not-yet", "no-longer", "unlisted"] as const;
export type Authority = (typeof AUTHORITIES)[number];

/**
 * Whether the author of an instruction may give it on the day it was received, art. 29. Whoever may not is flagged and
 * never refused: the processor asks the controller, and what was received stays in the ledger.
 */
export function authorityOf(name: string, instructors: readonly ListedInstructor[], day: string): Authority {
  const listed = instructors.filter((instructor) => fold(instructor.name) === fold(name));
  if (listed.length === 0) return "unlisted";
  if (listed.some(({ from, until }) => from <= day && (until === null || day <= until))) return "listed";
  return listed.some(({ from }) => day < from) ? "not-yet" : "no-longer";
}

function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(" ");
}
