import { KEY_BYTES } from "./call-record";

/**
 * Calls of a log whose persons' keys begin with the same byte: by person, and of each person by instant. A log is stored and
 * judged part by part, of which it has 256 at most.
 */
export type CallPart = {
  /** Codes and numbers shown, to which calls refer by their place, and countries, ISO 3166, to which persons do; "" is unknown. */
  codes: readonly string[];
  shown: readonly string[];
  countries: readonly string[];
  /** Keys of the persons, one behind the other, in their order. */
  keys: Uint8Array;
  /** Place of the first call of each person, and behind them the number of calls. */
  firsts: Uint32Array;
  /** Place of the country of each person's number. */
  countryAt: Uint8Array;
  /** Columns of calls: milliseconds, line, places of the number shown and of the code, a digest of the dialler's name. */
  at: Float64Array;
  line: Uint32Array;
  shownAt: Uint16Array;
  codeAt: Uint8Array;
  name: Float64Array;
};

/**
 * Head that stands before the columns. A part that was made of older rows has the dialler's names themselves, and one that was
 * stored before countries were has none.
 */
type Head = {
  codes: string[];
  shown: string[];
  countries?: string[];
  people: number;
  calls: number;
  names?: (string | null)[];
};

const VERSION = 1;
const HEAD_FROM = 5;
const LOW = 2 ** 32;
/** Bytes of a call: instant, line, number shown, code, and a digest of 48 bits. */
const CALL_BYTES = 8 + 4 + 2 + 1;
const NAME_BYTES = 6;

/**
 * Writes a part as it is stored: a byte with the version, the length of the head in four, the head as JSON, then the
 * columns one after another, their numbers with the highest byte first.
 */
export function encodePart(part: CallPart): Uint8Array {
  const [people, calls] = [part.firsts.length - 1, part.at.length];
  const { codes, shown, countries } = part;
  const stated: Head = {
    codes: [...codes],
    shown: [...shown],
    countries: [...countries],
    people,
    calls,
  };
  const head = new TextEncoder().encode(JSON.stringify(stated));
  const columns = people * (KEY_BYTES + 4 + 1) + calls * (CALL_BYTES + NAME_BYTES);
  const bytes = new Uint8Array(HEAD_FROM + head.length + columns);
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  view.setUint32(1, head.length);
  bytes.set(head, HEAD_FROM);
  bytes.set(part.keys, HEAD_FROM + head.length);
  let at = HEAD_FROM + head.length + part.keys.length;
  for (let person = 0; person < people; person += 1, at += 4)
    view.setUint32(at, callsOf(part, person).end - callsOf(part, person).begin);
  for (const instant of part.at) at = (view.setFloat64(at, instant), at + 8);
  for (const line of part.line) at = (view.setUint32(at, line), at + 4);
  for (const place of part.shownAt) at = (view.setUint16(at, place), at + 2);
  bytes.set(part.codeAt, at);
  at += calls;
  for (const name of part.name) {
    view.setUint16(at, Math.floor(name / LOW));
    view.setUint32(at + 2, name % LOW);
    at += NAME_BYTES;
  }
  bytes.set(part.countryAt, at);
  return bytes;
}

/** Reads a part that was stored. `digestName` makes the digest of a name that an older row had in full. */
export function decodePart(bytes: Uint8Array, digestName: (name: string) => number): CallPart {
  if (bytes[0] !== VERSION) throw new Error(`Calls are stored by version ${bytes[0]} of their layout.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const columnsFrom = HEAD_FROM + view.getUint32(1);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD_FROM, columnsFrom))) as Head;
  const { codes, shown, people, calls } = head;
  const keys = bytes.subarray(columnsFrom, columnsFrom + people * KEY_BYTES);
  let at = columnsFrom + keys.length;
  const firsts = new Uint32Array(people + 1);
  for (let person = 0; person < people; person += 1, at += 4)
    firsts[person + 1] = (firsts[person] ?? 0) + view.getUint32(at);
  const instants = new Float64Array(calls).map((_, call) => view.getFloat64(at + call * 8));
  at += calls * 8;
  const line = new Uint32Array(calls).map((_, call) => view.getUint32(at + call * 4));
  at += calls * 4;
  const shownAt = new Uint16Array(calls).map((_, call) => view.getUint16(at + call * 2));
  at += calls * 2;
  const codeAt = bytes.subarray(at, at + calls);
  at += calls;
  const readName = (call: number) =>
    view.getUint16(at + call * NAME_BYTES) * LOW + view.getUint32(at + call * NAME_BYTES + 2);
  const { names } = head;
  const nameOf = names ? (call: number) => digestOf(names[call], digestName) : readName;
  const name = new Float64Array(calls).map((_, call) => nameOf(call));
  at += calls * NAME_BYTES;
  const { countries = [""] } = head;
  const countryAt = head.countries ? bytes.subarray(at, at + people) : new Uint8Array(people);
  return { codes, shown, countries, keys, firsts, countryAt, at: instants, line, shownAt, codeAt, name };
}

function digestOf(name: string | null | undefined, digestName: (name: string) => number): number {
  return name === null || name === undefined ? 0 : digestName(name);
}

export function peopleIn({ firsts }: CallPart): number {
  return firsts.length - 1;
}

/** Places of the calls of a person: from `begin` on, before `end`. */
export function callsOf({ firsts }: CallPart, person: number): { begin: number; end: number } {
  return { begin: firsts[person] ?? 0, end: firsts[person + 1] ?? 0 };
}

/** Country of the number of a person, ISO 3166; "" where the log was stored before countries were. */
export function countryOf({ countries, countryAt }: CallPart, person: number): string {
  return countries[countryAt[person] ?? 0] ?? "";
}

export function keyOf({ keys }: CallPart, person: number): Uint8Array {
  return keys.subarray(person * KEY_BYTES, (person + 1) * KEY_BYTES);
}
