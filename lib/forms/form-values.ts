import { itemAt } from "@/lib/domain/invariant/required";
import { withoutTurningMarks } from "./turning-marks";

/** Limits the fields of one form: enough for its longest table, too few to occupy the parser for long. */
const MOST_FIELDS = 5000;
const MOST_KEYS = 6;

/** Next.js answers a malformed action call with these words. */
const NO_FORM = "Invalid Server Actions request: there is no form in it.";

type Container = Record<string, unknown> | unknown[];

/**
 * Returns a form's entries as nested values: "destinations.0.country" becomes { destinations: [{ country }]
 * }. Names are untrusted: they reach no inherited property, and a list has only numbered places. NUL is
 * removed, since PostgreSQL stores none in text, half a surrogate pair is replaced, and marks that turn the order of
 * letters are removed.
 */
export function formValues(form: FormData): Record<string, unknown> {
  assertForm(form);
  const root: Record<string, unknown> = Object.create(null);
  for (const name of [...new Set(form.keys())].slice(0, MOST_FIELDS)) {
    if (name.startsWith("$")) continue; // Next's own fields
    const values = form
      .getAll(name)
      .filter((value) => typeof value === "string")
      .map(SECRET.test(name) ? storable : cleanText);
    setPath(root, name.split("."), values.length > 1 || name.endsWith("[]") ? values : values[0]);
  }
  return plainObject(root);
}

/** Returns the first value of one field, or null, before the whole form is parsed. */
export function fieldOf(form: FormData, name: string): FormDataEntryValue | null {
  assertForm(form);
  return form.get(name);
}

export function fieldsOf(form: FormData, name: string): FormDataEntryValue[] {
  assertForm(form);
  return form.getAll(name);
}

// A call of an action made by hand may send anything in its place.
function assertForm(form: unknown): void {
  if (!(form instanceof FormData)) throw new TypeError(NO_FORM);
}

/** A secret is compared with what is typed elsewhere, unchanged. */
const SECRET = /password/i;

/** Removes or replaces what PostgreSQL cannot store in text, and removes what turns the order of letters. */
export function cleanText(text: string): string {
  return withoutTurningMarks(storable(text));
}

function storable(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

function setPath(root: Record<string, unknown>, path: string[], value: unknown): void {
  const keys = path.map((key) => key.replace(/\[\]$/, ""));
  if (keys.length > MOST_KEYS || keys.includes("")) return;
  let node: Container = root;
  for (const [depth, key] of keys.entries()) {
    if (Array.isArray(node) && !isIndex(key)) return;
    if (depth === keys.length - 1) return write(node, key, value);
    const next: unknown = Object.hasOwn(node, key)
      ? read(node, key)
      : open(node, key, itemAt(keys, depth + 1));
    if (typeof next !== "object" || next === null) return;
    node = next as Container;
  }
}

function open(node: Container, key: string, nextKey: string): Container {
  const made: Container = isIndex(nextKey) ? [] : Object.create(null);
  write(node, key, made);
  return made;
}

function read(node: Container, key: string): unknown {
  return Array.isArray(node) ? node[Number(key)] : node[key];
}

function write(node: Container, key: string, value: unknown): void {
  if (Array.isArray(node)) node[Number(key)] = value;
  else node[key] = value;
}

/** Builds plain objects for the schemas; a name such as "__proto__" becomes an own property and no more. */
function plainObject(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainValue(member)]));
}

function plainValue(value: unknown): unknown {
  // Array holes remain holes: schemas that expect them skip them.
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  return plainObject(value as Record<string, unknown>);
}

function isIndex(key: string): boolean {
  return /^\d{1,4}$/.test(key);
}
