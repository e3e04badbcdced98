import type { loadPoints } from "@/lib/features/today/loaders";

export type RegisterStatus = {
  open: number;
  complete: number;
  incomplete: number;
  /** Incomplete entries with a required gap; none in a voluntary register. */
  due: number;
  toReview: number;
  drafts: number;
  ended: number;
};

export type TodayFacts = {
  standing: RegisterStatus;
  /** Own register, article 30(1). */
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

export type Points = Awaited<ReturnType<typeof loadPoints>>;
