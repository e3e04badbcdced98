import type { Entry } from "@/lib/platform/migrate/catalogue/read-catalogue";
import { reverseGrant } from "./replay-sources";

/**
 * Writes the statements that lead from what the migrations made to what the sources say: what goes first, from what
 * needs others to what others need, then what comes in the reverse order.
 */
export function renderChanges(migrated: readonly Entry[], stated: readonly Entry[]): string {
  const [before, after] = [byName(migrated), byName(stated)];
  const isChanged = (entry: Entry, others: Map<string, Entry>) =>
    others.get(keyOf(entry))?.definition !== entry.definition;
  const gone = migrated.filter((entry) => isChanged(entry, after)).toReversed();
  const made = stated.filter((entry) => isChanged(entry, before));
  const statements = [...gone.flatMap((entry) => removalOf(entry, after)), ...made.map(creationOf)];
  return statements.map((statement) => `${statement};\n`).join("");
}

/** Functions and views are replaced in their place, so that what names them stays. */
function removalOf(entry: Entry, after: Map<string, Entry>): string[] {
  const { kind, name, of = "", definition } = entry;
  const own = name.slice(of.length + 1);
  if (kind === "function" || kind === "view") {
    return after.has(keyOf(entry)) ? [] : [`DROP ${kind.toUpperCase()} ${name}`];
  }
  if (kind === "trigger" || kind === "policy") return [`DROP ${kind.toUpperCase()} ${own} ON ${of}`];
  if (kind === "row security") {
    return [`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY`];
  }
  if (kind === "row")
    return [definition.replace(INSERTED, "DELETE FROM $1 WHERE ($2) IS NOT DISTINCT FROM ($3)")];
  if (kind === "grant")
    return after.has(`function ${of}`) || isPresent(of, after) ? [reverseGrant(definition)] : [];
  throw new Error(`The sources say nothing of the ${kind} ${name}.`);
}

const INSERTED = /^INSERT INTO (\S+) \((.*?)\) VALUES \((.*)\)$/s;

function creationOf({ kind, definition }: Entry): string {
  const text = kind === "view" ? definition.replace(/^CREATE VIEW/, "CREATE OR REPLACE VIEW") : definition;
  return text.includes("\n") ? `\n${text}` : text;
}

/** Privileges of an object that goes are gone with it. */
function isPresent(object: string, after: Map<string, Entry>): boolean {
  return (
    ["table", "view", "schema", "sequence"].some((kind) => after.has(`${kind} ${object}`)) ||
    object === "public"
  );
}

function byName(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [keyOf(entry), entry]));
}

function keyOf({ kind, name }: Entry): string {
  return `${kind} ${name}`;
}
