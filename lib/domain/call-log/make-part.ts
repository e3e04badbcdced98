import type { CallPart } from "./call-part";
import {
  codeOfRecord,
  compareKeys,
  instantOfRecord,
  KEY_BYTES,
  lineOfRecord,
  nameOfRecord,
  RECORD_BYTES,
  shownOfRecord,
  type Records,
} from "./call-record";
import { NumberSet } from "./number-set";
import { makePersonCursor } from "./person-cursor";
import { sortByPerson } from "./sort-records";

/** Calls of another log in the same part; those for another professional are known by the dialler's name alone. */
export type KnownPart = { part: CallPart; isSameProfessional: boolean };

/** Codes and numbers shown of the whole log. */
export type LogWords = { codes: readonly string[]; shown: readonly string[] };

/**
 * Makes a part of the records of a log. A call that is known is left out, whether an earlier line of the log tells of it
 * or another log: by the instant, or by the dialler's name of it.
 */
export function makePart(records: Records, words: LogWords, known: readonly KnownPart[]): CallPart {
  const places = sortByPerson(records);
  const isNew = makeFilter(records, known);
  const instantAt = (place: number) => instantOfRecord(records, place * RECORD_BYTES);
  const callIndexes: number[] = [];
  const firsts = [0];
  const people: number[] = [];
  for (let begin = 0; begin < places.length;) {
    const end = endOfPerson(records, places, begin);
    const own = [...places.subarray(begin, end)].filter(isNew(places[begin] ?? 0));
    // Equal instants were left out, so that instants alone are an order.
    own.sort((a, b) => instantAt(a) - instantAt(b));
    if (own.length > 0) people.push(places[begin] ?? 0);
    for (const record of own) callIndexes.push(record);
    if (own.length > 0) firsts.push(callIndexes.length);
    begin = end;
  }
  return columnsOf(records, words, { callIndexes, people, firsts });
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
    ...{ part, isSameProfessional, callsOfPerson: makePersonCursor(part) },
  }));
  const [instants, names] = [new NumberSet(), new NumberSet()];
  const note = (at: number | null, name: number) => {
    if (at !== null) instants.add(at);
    if (name !== 0) names.add(name);
  };
  return (first: number) => {
    instants.clear();
    names.clear();
    for (const { part, isSameProfessional, callsOfPerson } of others) {
      const { begin, end } = callsOfPerson(records.bytes, first * RECORD_BYTES);
      for (let call = begin; call < end; call += 1)
        note(isSameProfessional ? (part.at[call] ?? 0) : null, part.name[call] ?? 0);
    }
    return (record: number): boolean => {
      const from = record * RECORD_BYTES;
      const [at, name] = [instantOfRecord(records, from), nameOfRecord(records, from)];
      if (instants.has(at) || (name !== 0 && names.has(name))) return false;
      note(at, name);
      return true;
    };
  };
}

type PersonIndex = { callIndexes: readonly number[]; people: readonly number[]; firsts: readonly number[] };

function columnsOf(
  records: Records,
  words: LogWords,
  { callIndexes, people, firsts }: PersonIndex,
): CallPart {
  const [codes, shown] = [makeWords(words.codes), makeWords(words.shown)];
  const from = (call: number) => (callIndexes[call] ?? 0) * RECORD_BYTES;
  const keys = new Uint8Array(people.length * KEY_BYTES);
  people.forEach((record, person) => {
    const begin = record * RECORD_BYTES;
    keys.set(records.bytes.subarray(begin, begin + KEY_BYTES), person * KEY_BYTES);
  });
  const { length } = callIndexes;
  const at = new Float64Array(length).map((_, call) => instantOfRecord(records, from(call)));
  const line = new Uint32Array(length).map((_, call) => lineOfRecord(records, from(call)));
  const shownAt = new Uint16Array(length).map((_, call) => shown.place(shownOfRecord(records, from(call))));
  const codeAt = new Uint8Array(length).map((_, call) => codes.place(codeOfRecord(records, from(call))));
  const name = new Float64Array(length).map((_, call) => nameOfRecord(records, from(call)));
  const used = { codes: codes.used, shown: shown.used };
  return { ...used, keys, firsts: Uint32Array.from(firsts), at, line, shownAt, codeAt, name };
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
