import { obligationKey } from "./rules";
import type { Duty } from "./types";

/** Orders what is alike otherwise by the reference that people read, then by its key: no order given matters. */
export function compareSubjects(one: Duty, other: Duty): number {
  return (
    compareText(one.subject.reference, other.subject.reference) ||
    compareText(obligationKey(one), obligationKey(other))
  );
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
