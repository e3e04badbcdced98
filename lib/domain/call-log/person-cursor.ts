import { callsOf, peopleIn, type CallPart } from "./call-part";
import { compareKeys, KEY_BYTES } from "./call-record";

const NONE = { begin: 0, end: 0 };

/** Finds the calls of persons in a part, asked for in the order of their keys: it goes through the part once. */
export function makePersonCursor(part: CallPart) {
  const people = peopleIn(part);
  let person = 0;
  return (keys: Uint8Array, from: number): { begin: number; end: number } => {
    while (person < people) {
      const order = compareKeys(part.keys, person * KEY_BYTES, keys, from);
      if (order === 0) return callsOf(part, person);
      if (order > 0) return NONE;
      person += 1;
    }
    return NONE;
  };
}
