/**
 * Calls of a log in the order of its lines, each of so many bytes: the key of the person, and at fixed places behind it
 * the instant in milliseconds, the line, the place of the number shown and of the code among those of the log, and a digest
 * of the dialler's name, and the place of the country of the number called.
 */
export const RECORD_BYTES = 54;
export const KEY_BYTES = 32;

const PLACES = { at: 32, line: 40, shown: 44, code: 46, nameHigh: 47, nameLow: 49, country: 53 } as const;
const LOW = 2 ** 32;

export type CallRecord = {
  key: Uint8Array;
  at: number;
  line: number;
  shown: number;
  code: number;
  /** 48 bits; 0 where the dialler gave the call no name. */
  name: number;
  /** Place of the country of the number called among those of the log. */
  country: number;
};

/** Records that lie one after another. */
export type Records = { bytes: Uint8Array; view: DataView };

export function recordsIn(bytes: Uint8Array): Records {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

export function writeRecord({ bytes, view }: Records, from: number, call: CallRecord): void {
  bytes.set(call.key, from);
  view.setFloat64(from + PLACES.at, call.at);
  view.setUint32(from + PLACES.line, call.line);
  view.setUint16(from + PLACES.shown, call.shown);
  view.setUint8(from + PLACES.code, call.code);
  view.setUint16(from + PLACES.nameHigh, Math.floor(call.name / LOW));
  view.setUint32(from + PLACES.nameLow, call.name % LOW);
  view.setUint8(from + PLACES.country, call.country);
}

export function instantOfRecord({ view }: Records, from: number): number {
  return view.getFloat64(from + PLACES.at);
}

export function lineOfRecord({ view }: Records, from: number): number {
  return view.getUint32(from + PLACES.line);
}

export function shownOfRecord({ view }: Records, from: number): number {
  return view.getUint16(from + PLACES.shown);
}

export function codeOfRecord({ view }: Records, from: number): number {
  return view.getUint8(from + PLACES.code);
}

export function nameOfRecord({ view }: Records, from: number): number {
  return view.getUint16(from + PLACES.nameHigh) * LOW + view.getUint32(from + PLACES.nameLow);
}

export function countryOfRecord({ view }: Records, from: number): number {
  return view.getUint8(from + PLACES.country);
}

/** Compares two keys by their bytes, as PostgreSQL does. */
export function compareKeys(a: Uint8Array, aFrom: number, b: Uint8Array, bFrom: number): number {
  for (let at = 0; at < KEY_BYTES; at += 1) {
    const difference = (a[aFrom + at] ?? 0) - (b[bFrom + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
