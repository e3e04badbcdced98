import fc from "fast-check";
import { RECORD_BYTES, recordsIn, writeRecord, type Records } from "./call-record";
import type { LogWords } from "./make-part";

/** A call of one of some persons, as a record says it; its line is its place. */
export type MadeCall = { person: number; at: number; shown: number; code: number; name: number };

export const WORDS: LogWords = {
  codes: ["", "NA", "NI"],
  shown: ["", "masked", "+33123456789"],
  countries: ["", "FR", "MA"],
};

/** Calls of few persons at few instants, so that many are told twice. */
export const anyCalls: fc.Arbitrary<MadeCall[]> = fc.array(
  fc.record({
    person: fc.nat(5),
    at: fc.integer({ min: -3, max: 6 }).map((minutes) => minutes * 60_000),
    shown: fc.nat(2),
    code: fc.nat(2),
    name: fc.constantFrom(0, 0, 0, 1, 2, 2 ** 48 - 1),
  }),
  { maxLength: 40 },
);

/** Keys of one part; some of them are alike in their first bytes, and differ in the last. */
export function keyOfPerson(person: number): Uint8Array {
  const key = new Uint8Array(32).fill(9);
  key[3] = person % 2;
  key[31] = 200 - person;
  return key;
}

export function recordsOf(calls: readonly MadeCall[]): Records {
  const records = recordsIn(new Uint8Array(calls.length * RECORD_BYTES));
  calls.forEach(({ person, ...call }, line) =>
    writeRecord(records, line * RECORD_BYTES, {
      ...call,
      line,
      key: keyOfPerson(person),
      country: person % 3,
    }),
  );
  return records;
}
