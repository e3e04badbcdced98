import { compareKeys, RECORD_BYTES, type Records } from "./call-record";

/** Bits of a number that is exact: three bytes of a key before the place of its record. */
const PLACE_RANGE = 2 ** 29;

/**
 * Places of records by the keys of their persons, and of one person in the order of the lines. All keys begin with the same
 * byte; a number of the three behind it and of the record's place sorts them, and keys alike in them are compared whole.
 */
export function sortByPerson(records: Records): Uint32Array {
  const { bytes } = records;
  const count = bytes.length / RECORD_BYTES;
  if (count >= PLACE_RANGE) throw new RangeError(`${count} calls are more than one part holds.`);
  const marks = new Float64Array(count);
  for (let record = 0, from = 0; record < count; record += 1, from += RECORD_BYTES)
    marks[record] = beginningOf(bytes, from) * PLACE_RANGE + record;
  marks.sort();
  const places = Uint32Array.from(marks, (mark) => mark % PLACE_RANGE);
  sortAlike(records, places);
  return places;
}

function beginningOf(bytes: Uint8Array, from: number): number {
  return ((bytes[from + 1] ?? 0) << 16) | ((bytes[from + 2] ?? 0) << 8) | (bytes[from + 3] ?? 0);
}

/** Sorts anew the records of different persons whose keys begin alike. */
function sortAlike({ bytes }: Records, places: Uint32Array): void {
  const from = (place: number) => (places[place] ?? 0) * RECORD_BYTES;
  let begin = 0;
  let isMixed = false;
  for (let place = 1; place <= places.length; place += 1) {
    const isAlike =
      place < places.length && beginningOf(bytes, from(place)) === beginningOf(bytes, from(begin));
    if (isAlike) {
      isMixed ||= compareKeys(bytes, from(place), bytes, from(begin)) !== 0;
      continue;
    }
    if (isMixed)
      places
        .subarray(begin, place)
        .sort((a, b) => compareKeys(bytes, a * RECORD_BYTES, bytes, b * RECORD_BYTES) || a - b);
    begin = place;
    isMixed = false;
  }
}
