import type { LineAnswer } from "@/lib/domain/contract-end/answers";
import type { LineKind, LineState, RunState } from "@/lib/domain/contract-end/types";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { instantOfDay, type Obligation, obligationOf, onDay, type Row, since } from "./types";

export type LineToPlan = {
  id: string;
  kind: LineKind;
  state: LineState;
  answer: LineAnswer | null;
  title: string;
  purgeOn: string;
  untilOn: string;
  /** Day on which it was answered, "" where none was said. */
  on: string;
};

export type ContractEndToPlan = {
  row: Row;
  state: RunState;
  /** Instant of the closing; null while it is open. */
  closedAt: number | null;
  startedAt: number;
  /** Day on which the contract ended; null where its end is not recorded. */
  endedOn: string | null;
  /** Days agreed for deletion or return; null: none were. */
  fateDays: number | null;
  lines: readonly LineToPlan[];
};

export function planContractEnd(end: ContractEndToPlan): Obligation[] {
  if (end.state === "cancelled") return [];
  return [planFate(end), ...end.lines.flatMap((line) => planLine(end.row, line))];
}

/** Deletion or return within the agreed days after the end; without such days it is owed, and no term is invented. */
function planFate({ row, endedOn, fateDays, startedAt, closedAt }: ContractEndToPlan): Obligation {
  if (endedOn !== null && fateDays !== null)
    return obligationOf(row, "contract-end.fate", onDay(addDaysToDay(endedOn, fateDays)), {
      doneAt: closedAt,
      periodDays: fateDays,
    });
  const from = endedOn === null ? startedAt : instantOfDay(endedOn);
  return obligationOf(row, "contract-end.open", since(from), { doneAt: closedAt });
}

/** A backup whose purge is dated, and data that a law keeps until a day: both outlast the closing. */
function planLine(row: Row, { id, kind, answer, title, purgeOn, untilOn, on }: LineToPlan): Obligation[] {
  if (kind === "backup" && purgeOn !== "") {
    const doneAt = answer === "purged" && on !== "" ? instantOfDay(on) : null;
    const isOpen = answer === "purge-dated" || doneAt !== null;
    return isOpen
      ? [obligationOf(row, "contract-end.purge", onDay(purgeOn), { part: id, about: title, doneAt })]
      : [];
  }
  return answer === "kept-by-law" && untilOn !== ""
    ? [obligationOf(row, "contract-end.retention", onDay(untilOn), { part: id, about: title })]
    : [];
}
