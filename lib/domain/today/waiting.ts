import { termOn } from "@/lib/domain/contract/term";
import type { Contract } from "@/lib/domain/contract/types";
import { transferStatusOn, type TransferStatusFacts } from "@/lib/domain/transfer/status";

/** Reason for showing a contract today, and the day that decides it. */
export type ContractPoint = { kind: "expired" | "notice-closing"; day: string };

/** Reason for showing a transfer: no valid tool, or a review past its date. */
export type TransferPoint = { kind: "barred" | "review-due"; day: string };

/**
 * Returns the task of a contract on a day: its term passed and no end is recorded, or notice can still be
 * given.
 */
export function contractPoint(contract: Contract, day: string): ContractPoint | null {
  const term = termOn(contract, day);
  if (term.kind === "expired") return { kind: term.kind, day: term.ends };
  return term.kind === "notice-closing" ? { kind: term.kind, day: term.noticeCloses } : null;
}

/** Returns the task of a running transfer; an overdue review is a task whatever else is missing. */
export function transferPoint(transfer: TransferStatusFacts, day: string): TransferPoint | null {
  const status = transferStatusOn(transfer, day);
  if (transfer.state !== "running" || status === "inside") return null;
  if (status === "barred") return { kind: "barred", day: "" };
  const { nextReviewOn } = transfer;
  return nextReviewOn !== null && nextReviewOn < day ? { kind: "review-due", day: nextReviewOn } : null;
}

/** Selects the rows that need an act, most urgent first: by kind, then by day. */
export function byUrgency<R, P extends { kind: string; day: string }>(
  rows: readonly R[],
  pointOf: (row: R) => P | null,
  kinds: readonly P["kind"][],
): (R & { point: P })[] {
  const found = rows.flatMap((row) => {
    const point = pointOf(row);
    return point ? [{ ...row, point }] : [];
  });
  const weight = ({ point }: { point: P }) => kinds.indexOf(point.kind);
  return found.toSorted(
    (one, other) => weight(one) - weight(other) || one.point.day.localeCompare(other.point.day, "en"),
  );
}

/** Maximum of rows in a section of the morning page; the list has the others. */
export const SHOWN = 6;

/** Rows shown of a section, and the count of all. */
export type Section<R> = { rows: R[]; count: number };

export function sectionOf<R>(rows: readonly R[]): Section<R> {
  return { rows: rows.slice(0, SHOWN), count: rows.length };
}
