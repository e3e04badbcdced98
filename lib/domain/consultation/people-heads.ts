import { ADDRESS_HEADS } from "@/lib/domain/choice/consent-heads";
import type { PersonCells } from "./person-line";

/** Heads of a column as they are written, folded, in French and English. */
const HEADS: Record<keyof PersonCells, readonly string[]> = {
  number: [
    ...["numero", "numero de telephone", "telephone", "tel", "mobile", "portable"],
    ...["number", "phone", "phone number", "msisdn"],
  ],
  email: ADDRESS_HEADS,
  language: ["langue", "language", "lang"],
};

export type PeopleColumns = Partial<Record<keyof PersonCells, number>>;

/** Finds the column of each cell by its folded head; the first of two alike. */
export function findPeopleColumns(heads: readonly string[]): PeopleColumns {
  const found = (Object.keys(HEADS) as (keyof PersonCells)[]).flatMap((cell) => {
    const at = heads.findIndex((head) => HEADS[cell].includes(head));
    return at < 0 ? [] : [[cell, at] as const];
  });
  return Object.fromEntries(found);
}

/** True where a person can be reached: by a number, by an address, or by either. */
export function reachAnybody({ number, email }: PeopleColumns): boolean {
  return number !== undefined || email !== undefined;
}
