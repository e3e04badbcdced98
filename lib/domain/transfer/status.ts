import { isInEea } from "@/lib/domain/statute/eea";
import type { TransferState } from "./lifecycle";

/** Statuses, the worst first. Words: `transfer.statuses`. */
export const TRANSFER_STATUSES = [
  "ended",
  "suspended",
  "inside",
  "barred",
  "incomplete",
  "review-due",
  "complete",
] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** Gaps that no signature mends: what is relied on opens no transfer, or the assessment says no. */
export const BARS: readonly string[] = [
  "tool-missing",
  "not-adequate",
  "opens-no-transfer",
  "tool-void",
  "not-equivalent",
];

/** Facts of a transfer stored beside its document. */
export type TransferStatusFacts = {
  state: TransferState;
  country: string | null;
  requiredGaps: number;
  gapCodes: readonly string[];
  nextReviewOn: string | null;
};

export function transferStatusOn(
  { state, country, requiredGaps, gapCodes, nextReviewOn }: TransferStatusFacts,
  day: string,
): TransferStatus {
  if (state !== "running") return state;
  if (country !== null && isInEea(country, day)) return "inside";
  if (gapCodes.some((code) => BARS.includes(code))) return "barred";
  if (requiredGaps > 0) return "incomplete";
  return nextReviewOn !== null && nextReviewOn < day ? "review-due" : "complete";
}

/** Reviews this near are in sight: the list has a view of them. */
export const REVIEW_AHEAD_DAYS = 90;
