/** Values with a single canonical spelling. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue | undefined };

/** A part whose canonical text is known already; it stands in its place as it is. */
export class CanonicalPart {
  constructor(readonly text: string) {}
}

/** JSON, some of whose members were said before. */
export type Serialisable = JsonValue | CanonicalPart | readonly Serialisable[] | SerialisableObject;
type SerialisableObject = { readonly [key: string]: Serialisable | undefined };

/**
 * The one text of a value: RFC 8785 (JSON Canonicalization Scheme). Keys by UTF-16 code unit, no white space, numbers
 * and escapes as ECMAScript writes them; strings are not normalised, what was typed is what is kept. A key whose value
 * is undefined is left out.
 *
 * This is the format of the journal for ever: entries of `v: 1` are hashed over exactly this text.
 *
 * @throws TypeError for what JSON would bend in silence: dates, class instances, NaN, undefined in a list, bigints,
 * half a surrogate pair, and NUL, which no PostgreSQL text can hold.
 */
export function canonicalText(value: Serialisable): string {
  const parts: string[] = [];
  write(value, parts);
  return parts.join("");
}

function write(value: Serialisable, parts: string[]): void {
  if (typeof value === "string") parts.push(quote(value));
  else if (value === null || typeof value === "boolean") parts.push(String(value));
  else if (typeof value === "number") parts.push(numeral(value));
  else if (Array.isArray(value)) writeList(value as readonly Serialisable[], parts);
  else if (isPlainObject(value)) writeMembers(value, parts);
  else if (value instanceof CanonicalPart) parts.push(value.text);
  else throw new TypeError(`The journal cannot hold ${describe(value)}.`);
}

function writeList(items: readonly Serialisable[], parts: string[]): void {
  let separator = "[";
  // A hole is iterated over as undefined, and refused.
  for (const item of items) {
    parts.push(separator);
    write(item, parts);
    separator = ",";
  }
  parts.push(items.length === 0 ? "[]" : "]");
}

function writeMembers(value: SerialisableObject, parts: string[]): void {
  let start = "{";
  for (const { key, name } of inOrder(Object.keys(value))) {
    const member = value[key];
    if (member === undefined) continue;
    parts.push(start, name);
    write(member, parts);
    start = ",";
  }
  parts.push(start === "{" ? "{}" : "}");
}

type Member = { key: string; /** Spelling of the key: "\"key\":". */ name: string };

// Objects come in rows of one shape: the order found for so many keys serves the next that has the same ones.
const orders: { keys: readonly string[]; members: readonly Member[] }[] = [];
const MOST_KEYS = 64;

function inOrder(keys: readonly string[]): readonly Member[] {
  const last = orders[keys.length];
  if (last && keys.every((key, at) => key === last.keys[at])) return last.members;
  const members = [...keys].sort().map((key) => ({ key, name: `${quote(key)}:` }));
  if (keys.length <= MOST_KEYS) orders[keys.length] = { keys, members };
  return members;
}

/** Matches strings without escapes and surrogates. */
const AS_IT_IS = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function quote(text: string): string {
  if (AS_IT_IS.test(text)) return `"${text}"`;
  if (!text.isWellFormed() || text.includes("\0"))
    throw new TypeError("The journal cannot hold half a character or NUL.");
  return JSON.stringify(text);
}

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`The journal cannot hold ${value}.`);
  return JSON.stringify(value);
}

function isPlainObject(value: unknown): value is SerialisableObject {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  return typeof value === "object" && value !== null
    ? (value.constructor?.name ?? "an object")
    : typeof value;
}
