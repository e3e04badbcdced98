/** What the morning page is told: where the register stands, and where mending does most. */
export type TodayFacts = {
  standing: {
    open: number;
    complete: number;
    incomplete: number;
    toReview: number;
    drafts: number;
    ended: number;
  };
  /** Required completeness ids and how many open records lack each, most first. */
  codes: readonly { code: string; records: number }[];
  worst: readonly {
    id: string;
    reference: string;
    activity: string;
    requiredGaps: number;
    gapCodes: readonly string[];
    controller: { legalName: string };
  }[];
  placeholders: readonly { id: string; legalName: string }[];
  /** Milliseconds since the epoch. */
  now: number;
};
