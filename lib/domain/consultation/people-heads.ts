import { fold } from "@/lib/domain/text/fold";
import { ADDRESS_HEADS, findPlaceColumns, NUMBER_HEAD_NAMES } from "@/lib/domain/choice/consent-heads";
import type { PersonCells } from "./person-line";

/** Heads of a column as they are written, folded. */
const HEADS: Record<keyof PersonCells, readonly string[]> = {
  number: NUMBER_HEAD_NAMES,
  email: ADDRESS_HEADS,
  language: ["langue", "language", "lang", "اللغة"].map(fold),
};

/** `prefix` is the country code of the numbers, and `country` their country, where they have columns of their own. */
export type PeopleColumns = Partial<Record<keyof PersonCells | "prefix" | "country", number>>;

/** Finds the column of each cell by its folded head; the first of two alike. */
export function findPeopleColumns(heads: readonly string[]): PeopleColumns {
  const found = (Object.keys(HEADS) as (keyof PersonCells)[]).flatMap((cell) => {
    const at = heads.findIndex((head) => HEADS[cell].includes(head));
    return at < 0 ? [] : [[cell, at] as const];
  });
  const { prefix, country } = findPlaceColumns(heads);
  return {
    ...Object.fromEntries(found),
    ...(prefix !== null && { prefix }),
    ...(country !== null && { country }),
  };
}

/** True where a person can be reached: by a number, by an address, or by either. */
export function reachAnybody({ number, email }: PeopleColumns): boolean {
  return number !== undefined || email !== undefined;
}
