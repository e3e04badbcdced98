/** What an entry may hold: nothing that would be written two ways. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue | undefined };

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
export function canonicalText(value: JsonValue): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return numeral(value);
  // Array.from sees a hole as undefined, which is refused.
  if (Array.isArray(value)) return `[${Array.from(value, canonicalText).join(",")}]`;
  if (isPlainObject(value)) return `{${members(value)}}`;
  throw new TypeError(`The journal cannot hold ${describe(value)}.`);
}

function members(value: JsonObject): string {
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) text += `${text && ","}${quote(key)}:${canonicalText(member)}`;
  }
  return text;
}

function quote(text: string): string {
  if (!text.isWellFormed() || text.includes("\0"))
    throw new TypeError("The journal cannot hold half a character or NUL.");
  return JSON.stringify(text);
}

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`The journal cannot hold ${value}.`);
  return JSON.stringify(value);
}

function isPlainObject(value: unknown): value is JsonObject {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  return typeof value === "object" && value !== null
    ? (value.constructor?.name ?? "an object")
    : typeof value;
}
