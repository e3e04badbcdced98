import { type Obligation, obligationOf, onDay, type Row } from "./types";

export type OwnChoiceToPlan = {
  row: Row;
  /** Day from which the child decides alone; null where no law of today names it. */
  aloneFrom: string | null;
  /** Instant of the first choice of the young person since that day; null while there is none. */
  chosenAt: number | null;
};

/**
 * Asks a young person for a choice of their own on the day on which they decide alone, art. 8(1): what was authorised stays
 * valid until they choose (EDPB 05/2020, points 149 and 150).
 */
export function planOwnChoice({ row, aloneFrom, chosenAt }: OwnChoiceToPlan): Obligation[] {
  if (aloneFrom === null) return [];
  return [obligationOf(row, "choice.own-choice", onDay(aloneFrom), { doneAt: chosenAt })];
}
