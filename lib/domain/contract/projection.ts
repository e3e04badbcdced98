import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { assessContract, CONTRACT_RULES_VERSION, summariseContractGaps } from "./completeness";
import type { ContractAssessment } from "./contract-case";
import { bindsUntil, effectOf, stateOn } from "./in-force";
import { termOn } from "./term";
import type { ContractState } from "./types";

/**
 * Columns for sorting and filtering, valid for one day; stored beside the document and computed again each
 * day.
 */
export type ContractColumns = {
  state: ContractState;
  /** The last day of the period it is in; null for a contract without end, or not begun. */
  endsOn: string | null;
  /** True where the end renews the contract. */
  renews: boolean;
  /** The next day on which something can no longer be done: notice given, the contract ended or renewed. */
  deadlineOn: string | null;
  requiredGaps: number;
  advisableGaps: number;
  gapCodes: string[];
  rulesVersion: number;
  /** The last day on which it binds, as far as is known; null: it goes on, or never bound. */
  bindsUntil: string | null;
  /** The next day on which the dates may make any of these come out otherwise; `NEVER` where none does. */
  changesOn: string;
};

/** After every day. */
export const NEVER = "9999-12-31";

export function projectContract(assessment: ContractAssessment): ContractColumns {
  const { contract, on } = assessment;
  const gaps = summariseContractGaps(assessContract(assessment));
  return {
    state: stateOn(contract, on),
    ...termColumns(assessment),
    requiredGaps: gaps.required,
    advisableGaps: gaps.advisable,
    gapCodes: gaps.codes,
    rulesVersion: CONTRACT_RULES_VERSION,
    bindsUntil: bindsUntil(contract, on),
    changesOn: nextChange(assessment),
  };
}

/** A date says something from its own day on, or, where it is a last day, from the day after. */
function nextChange({ contract, instructors, on }: ContractAssessment): string {
  const { signedOn, effectiveOn, endedOn, content } = contract;
  const term = termOn(contract, on);
  const firstDays = [signedOn, effectiveOn, endedOn, ...content.amendments.map(effectOf)];
  const lastDays = [
    "ends" in term ? term.ends : null,
    "noticeCloses" in term ? term.noticeCloses : null,
    ...instructors.map(({ until }) => until),
  ];
  const days = [
    ...firstDays,
    ...instructors.map(({ from }) => from),
    ...lastDays.map((day) => day && addDaysToDay(day, 1)),
  ];
  return days.filter((day): day is string => day !== null && day > on).toSorted()[0] ?? NEVER;
}

/** A term that has passed keeps its day: it is due until somebody records the end. */
function termColumns({ contract, on }: ContractAssessment) {
  const term = termOn(contract, on);
  switch (term.kind) {
    case "not-begun":
    case "open-ended":
    case "ended":
      return { endsOn: null, renews: false, deadlineOn: null };
    case "expired":
      return { endsOn: term.ends, renews: false, deadlineOn: term.ends };
    case "renews-tomorrow":
      return { endsOn: term.ends, renews: true, deadlineOn: term.ends };
    case "running":
    case "notice-closing":
      return { endsOn: term.ends, renews: term.renews, deadlineOn: term.noticeCloses ?? term.ends };
  }
}
