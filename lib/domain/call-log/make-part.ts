import type { CallPart } from "./call-part";
import {
  codeOfRecord,
  compareKeys,
  countryOfRecord,
  instantOfRecord,
  KEY_BYTES,
  lineOfRecord,
  nameOfRecord,
  RECORD_BYTES,
  shownOfRecord,
  type Records,
} from "./call-record";
import { NamedInstants } from "./named-instants";
import { NumberSet } from "./number-set";
import { makePersonCursor } from "./person-cursor";
import { sortByPerson } from "./sort-records";

/** Calls of another log in the same part; those for another professional are known by the dialler's name and instant. */
export type KnownPart = { part: CallPart; isSameProfessional: boolean };

/** Codes, numbers shown and countries of the whole log. */
export type LogWords = {
  codes: readonly string[];
  shown: readonly string[];
  countries: readonly string[];
};

/** Part, and how many of its calls have the dialler's name of another call to the person at another instant. */
export type MadePart = { part: CallPart; sharedNames: number };

/**
 * Makes a part of the records of a log. A call that is known is left out, whether an earlier line of the log tells of it
 * or another log: by the instant for the same professional, or by the dialler's name and the instant.
 */
export function makePart(records: Records, words: LogWords, known: readonly KnownPart[]): MadePart {
  const places = sortByPerson(records);
  const filter = makeFilter(records, known);
  const instantAt = (place: number) => instantOfRecord(records, place * RECORD_BYTES);
  const callIndexes: number[] = [];
  const firsts = [0];
  const people: number[] = [];
  for (let begin = 0; begin < places.length;) {
    const end = endOfPerson(records, places, begin);
    const own = [...places.subarray(begin, end)].filter(filter.isNewOf(places[begin] ?? 0));
    // Equal instants were left out, so that instants alone are an order.
    own.sort((a, b) => instantAt(a) - instantAt(b));
    if (own.length > 0) people.push(places[begin] ?? 0);
    for (const record of own) callIndexes.push(record);
    if (own.length > 0) firsts.push(callIndexes.length);
    begin = end;
  }
  const part = columnsOf(records, words, { callIndexes, people, firsts });
  return { part, sharedNames: filter.sharedNames() };
}

function endOfPerson({ bytes }: Records, places: Uint32Array, begin: number): number {
  const from = (place: number) => (places[place] ?? 0) * RECORD_BYTES;
  let end = begin + 1;
  while (end < places.length && compareKeys(bytes, from(end), bytes, from(begin)) === 0) end += 1;
  return end;
}

/** Says of each record of a person, in the order of the lines, whether its call is new. Persons come in their order. */
function makeFilter(records: Records, known: readonly KnownPart[]) {
  const others = known.map(({ part, isSameProfessional }) => ({
    part,
    isSameProfessional,
    callsOfPerson: makePersonCursor(part),
  }));
  const [instants, named] = [new NumberSet(), new NamedInstants()];
  let sharedNames = 0;
  const note = (at: number, name: number, isSameProfessional = true) => {
    if (isSameProfessional) instants.add(at);
    if (name !== 0) named.add(name, at);
  };
  const isNewOf = (first: number) => {
    instants.clear();
    named.clear();
    for (const { part, isSameProfessional, callsOfPerson } of others) {
      const { begin, end } = callsOfPerson(records.bytes, first * RECORD_BYTES);
      for (let call = begin; call < end; call += 1)
        note(part.at[call] ?? 0, part.name[call] ?? 0, isSameProfessional);
    }
    return (record: number): boolean => {
      const from = record * RECORD_BYTES;
      const [at, name] = [instantOfRecord(records, from), nameOfRecord(records, from)];
      const found = name === 0 ? "new" : named.find(name, at);
      if (instants.has(at) || found === "known") return false;
      if (found === "shared") sharedNames += 1;
      note(at, name);
      return true;
    };
  };
  return { isNewOf, sharedNames: () => sharedNames };
}

type PersonIndex = { callIndexes: readonly number[]; people: readonly number[]; firsts: readonly number[] };

function columnsOf(
  records: Records,
  words: LogWords,
  { callIndexes, people, firsts }: PersonIndex,
): CallPart {
  const [codes, shown] = [makeWords(words.codes), makeWords(words.shown)];
  const countries = makeWords(words.countries);
  const from = (call: number) => (callIndexes[call] ?? 0) * RECORD_BYTES;
  const keys = new Uint8Array(people.length * KEY_BYTES);
  people.forEach((record, person) => {
    const begin = record * RECORD_BYTES;
    keys.set(records.bytes.subarray(begin, begin + KEY_BYTES), person * KEY_BYTES);
  });
  const countryAt = Uint8Array.from(people, (record) =>
    countries.place(countryOfRecord(records, record * RECORD_BYTES)),
  );
  const { length } = callIndexes;
  const at = new Float64Array(length).map((_, call) => instantOfRecord(records, from(call)));
  const line = new Uint32Array(length).map((_, call) => lineOfRecord(records, from(call)));
  const shownAt = new Uint16Array(length).map((_, call) => shown.place(shownOfRecord(records, from(call))));
  const codeAt = new Uint8Array(length).map((_, call) => codes.place(codeOfRecord(records, from(call))));
  const name = new Float64Array(length).map((_, call) => nameOfRecord(records, from(call)));
  return {
    codes: codes.used,
    shown: shown.used,
    countries: countries.used,
    keys,
    firsts: Uint32Array.from(firsts),
    countryAt,
    at,
    line,
    shownAt,
    codeAt,
    name,
  };
}

/** Gives the words of a log that a part uses places of their own. */
function makeWords(words: readonly string[]) {
  const places = new Map<number, number>();
  const used: string[] = [];
  return {
    used,
    place(word: number): number {
      let place = places.get(word);
      if (place === undefined) {
        place = used.push(words[word] ?? "") - 1;
        places.set(word, place);
      }
      return place;
    },
  };
}
