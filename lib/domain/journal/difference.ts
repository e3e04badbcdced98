import { canonicalText, type JsonObject, type JsonValue } from "./canonical";

export type Difference = { before?: JsonObject; after?: JsonObject };

// A key is read word by word: "passwordHash" and "session_token" hold one of these, "instructions" does not.
const SECRET_WORDS = new Set([
  "password",
  "passwords",
  "passphrase",
  "secret",
  "secrets",
  "token",
  "tokens",
  "hash",
  "salt",
  "cookie",
  "credential",
  "credentials",
  "totp",
  "otp",
  "pin",
]);
const SECRET_PAIRS = new Set(["api key", "private key", "recovery code", "recovery codes"]);

/**
 * The fields that changed, as they were and as they are, secrets left out. Creation has no `before` (null), an end no
 * `after`; `{}` when nothing changed. A field is compared and kept whole, and one that is absent equals an undefined one.
 */
export function difference(before: JsonObject | null, after: JsonObject | null): Difference {
  const from = leaveOutSecrets(before ?? {});
  const to = leaveOutSecrets(after ?? {});
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (key) => !isSame(own(from, key), own(to, key)),
  );
  if (changed.length === 0) return {};
  return { ...(before && { before: pick(from, changed) }), ...(after && { after: pick(to, changed) }) };
}

/** Removes every key, at any depth, that names a secret. A hash is named by its source: `digest`. */
export function leaveOutSecrets(value: JsonObject): JsonObject {
  if (isWithoutSecrets(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      member === undefined || isSecretName(key) ? [] : [[key, clean(member)]],
    ),
  );
}

/** Nearly every entry is, and needs no copy. */
function isWithoutSecrets(value: JsonValue): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (isList(value)) return value.every(isWithoutSecrets);
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.entries(value).every(
      ([key, member]) => member !== undefined && !isSecretName(key) && isWithoutSecrets(member),
    )
  );
}

/** True for "password", "passwordHash", "session_token", "API key". */
export function isSecretName(key: string): boolean {
  const before = known.get(key);
  if (before !== undefined) return before;
  const isSecret = namesSecret(key);
  if (known.size < MOST_KNOWN) known.set(key, isSecret);
  return isSecret;
}

// Field names repeat in every entry, so each is judged once.
const known = new Map<string, boolean>();
const MOST_KNOWN = 1_000;

function namesSecret(key: string): boolean {
  const words = key
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u);
  return words.some(
    (word, index) => SECRET_WORDS.has(word) || SECRET_PAIRS.has(`${word} ${words[index + 1]}`),
  );
}

function clean(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(clean);
  return typeof value === "object" && value !== null ? leaveOutSecrets(value) : value;
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalText(a) === canonicalText(b);
}

function pick(value: JsonObject, keys: string[]): JsonObject {
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(value, key)).map((key) => [key, value[key]]));
}

// A field may be called "constructor": what an object inherits is none of its fields.
function own(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

// Array.isArray does not narrow a readonly list.
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
