import type { Entry } from "@/lib/platform/migrate/catalogue/read-catalogue";

/** Says in a sentence each how `found` differs from `expected`; empty where they are alike. */
export function describeDifferences(expected: readonly Entry[], found: readonly Entry[]): string[] {
  const [wanted, present] = [byName(expected), byName(found)];
  const missing = expected.filter((entry) => !present.has(keyOf(entry)) && !isOfAbsent(entry, present));
  // An administrator may have added extensions.
  const added = found.filter(
    (entry) => entry.kind !== "extension" && !wanted.has(keyOf(entry)) && !isOfAbsent(entry, wanted),
  );
  const reshaped = new Set([...missing, ...added].flatMap(({ kind, of }) => (kind === "column" ? [of] : [])));
  const changed = expected.flatMap((entry) => {
    const other = present.get(keyOf(entry));
    if (!other || other.definition === entry.definition) return [];
    // Its columns say it already.
    return entry.kind === "table" && reshaped.has(entry.name) ? [] : [describeChange(entry, other)];
  });
  return [
    ...missing.map((entry) => `${nameOf(entry)} is missing.`),
    ...added.map((entry) => `${nameOf(entry)} should not be there.`),
    ...changed,
  ];
}

/** A table that is missing says it for its columns, indexes and policies. */
function isOfAbsent({ kind, of }: Entry, others: Map<string, Entry>): boolean {
  return of !== undefined && kind !== "grant" && !others.has(`table ${of}`);
}

/** Shows the first line that differs: a function may have a hundred. */
function describeChange(expected: Entry, found: Entry): string {
  const [wanted, present] = [expected.definition.split("\n"), found.definition.split("\n")];
  const at = wanted.findIndex((line, index) => line !== present[index]);
  const line = at < 0 ? wanted.length : at;
  const where = wanted.length > 1 || present.length > 1 ? ` differs in line ${line + 1}` : " differs";
  return `${nameOf(expected)}${where}: it says "${(present[line] ?? "").trim()}" and not "${(wanted[line] ?? "").trim()}".`;
}

function nameOf({ kind, name }: Entry): string {
  return `The ${kind} ${name}`;
}

function byName(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [keyOf(entry), entry]));
}

function keyOf({ kind, name }: Entry): string {
  return `${kind} ${name}`;
}
