import { type Entry, type EntryKind, KINDS } from "@/lib/platform/migrate/catalogue/read-catalogue";

/** Writes a catalogue as SQL that makes it in an empty database. A table holds its columns and its own constraints. */
export function renderSchema(entries: readonly Entry[]): string {
  const sections = KINDS.filter((kind) => kind !== "column" && kind !== "constraint");
  return sections
    .map((kind) => renderKind(kind, entries))
    .filter((text) => text !== "")
    .join("\n");
}

function renderKind(kind: EntryKind, entries: readonly Entry[]): string {
  const statements = entries.filter((entry) => entry.kind === kind).map((entry) => render(entry, entries));
  return statements.map((statement) => `${statement};\n`).join(isSpaced(kind) ? "\n" : "");
}

/** Separates by an empty line what has several lines of its own. */
function isSpaced(kind: EntryKind): boolean {
  return ["table", "function", "view", "policy"].includes(kind);
}

function render(entry: Entry, entries: readonly Entry[]): string {
  if (entry.kind !== "table") return entry.definition;
  const parts = entries.filter(
    ({ kind, of }) => of === entry.name && (kind === "column" || kind === "constraint"),
  );
  const lines = parts.map(({ definition }) => definition.replace(/^ALTER TABLE \S+ ADD /, ""));
  return `CREATE TABLE ${entry.name} (\n  ${lines.join(",\n  ")}\n)`;
}
