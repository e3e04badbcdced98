import type { Duty } from "@/lib/domain/obligation/types";
import type { Tx } from "@/lib/platform/database/transaction";

/** Facts that a lack is judged by, and the words of counts in the reader's language. */
export type LacksAsked = {
  now: Date;
  /** Day at the organisation. */
  day: string;
  /** Instant since which what was met is shown. */
  doneSince: Date;
  countRecords: (count: number) => string;
  countPoints: (count: number) => string;
  countSubProcessors: (count: number) => string;
  countLetters: (count: number) => string;
};

export type FindLacks = (tx: Tx, asked: LacksAsked) => Promise<Duty[]>;

/** Columns of a row that has no version of its own: what is counted changes with the rows behind it. */
export const COUNTED = { version: 0, changedAt: 0 } as const;
