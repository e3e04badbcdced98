import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Reading } from "./doubts";
import type { Doubt, ImportTarget } from "./types";

/** Text that found no place, and the column it came from. */
export type Leftover = { target: ImportTarget; text: string };

/** Fields read of some cells of a row, with what was doubtful and what was left over. */
export type Part = { fields: Partial<RecordContent>; doubts: Doubt[]; leftovers: Leftover[] };

// Most cells of a row are blank or read whole, so their parts share these.
const NO_DOUBTS: Doubt[] = [];
const NO_LEFTOVERS: Leftover[] = [];

/** Makes a part of one cell as a reader read it. */
export function partOf<T>(
  target: ImportTarget,
  read: Reading<T>,
  write: (value: T) => Partial<RecordContent>,
): Part {
  const { value, doubts, leftover } = read;
  return {
    fields: write(value),
    doubts: doubts.length === 0 ? NO_DOUBTS : doubts.map((found) => ({ field: target, ...found })),
    leftovers: leftover === "" ? NO_LEFTOVERS : [{ target, text: leftover }],
  };
}

/** Joins parts in their order; a later one writes over the fields of an earlier one. */
export function joinParts(parts: readonly Part[]): Part {
  const joined: Part = { fields: {}, doubts: [], leftovers: [] };
  for (const { fields, doubts, leftovers } of parts) {
    Object.assign(joined.fields, fields);
    joined.doubts.push(...doubts);
    joined.leftovers.push(...leftovers);
  }
  return joined;
}
