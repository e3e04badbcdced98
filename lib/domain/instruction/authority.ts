/** Person whom a contract allows to instruct; days inclusive. */
export type ListedInstructor = { id: string; name: string; from: string; until: string | null };

/** Authority of an instructor: named in a contract on that day, before or after it, or in none. */
export const AUTHORITIES = ["listed", "not-yet", "no-longer", "unlisted"] as const;
export type Authority = (typeof AUTHORITIES)[number];

/**
 * Article 29: decides whether the author may instruct on the day of receipt. An unauthorised author is
 * flagged and never refused: the processor asks the controller, and the ledger retains the instruction.
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
