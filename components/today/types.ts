import type { loadPoints } from "@/lib/features/today/loaders";

/** How many entries of one register are open, and in what order. */
export type RegisterStatus = {
  open: number;
  complete: number;
  incomplete: number;
  /** Of the incomplete, those that owe something: none of a register that is good practice. */
  due: number;
  toReview: number;
  drafts: number;
  ended: number;
};

/** What the morning page is told: where the register stands, and where mending does most. */
export type TodayFacts = {
  standing: RegisterStatus;
  /** The company's own register, article 30(1). */
  own: RegisterStatus;
  /** Required completeness ids and how many open records lack each, most first. */
  codes: readonly { code: string; records: number }[];
  worst: readonly {
    id: string;
    reference: string;
    activity: string;
    requiredGaps: number;
    gapCodes: readonly string[];
    controller: string;
  }[];
  placeholders: readonly { id: string; legalName: string }[];
  /** Milliseconds since the epoch. */
  now: number;
};

/** Open points of contracts, transfers, the scope of instructions and letters. */
export type Points = Awaited<ReturnType<typeof loadPoints>>;
