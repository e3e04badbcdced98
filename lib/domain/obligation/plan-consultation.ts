import { lastContactDay } from "@/lib/domain/consultation/retention";
import type { ConsultationState } from "@/lib/domain/consultation/lifecycle";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { instantOfDay, type Obligation, obligationOf, onDay, type Row } from "./types";

export type ConsultationToPlan = {
  row: Row;
  state: ConsultationState;
  lastDay: string | null;
  endedOn: string | null;
  contactDays: number;
  /** Instant at which its contacts were erased; null while they are not. */
  erasedAt: number | null;
  /** True where some person still has one. */
  hasContacts: boolean;
};

/** Dates of a consultation: its links end, and its contacts are erased. What was answered is chosen at once. */
export function planConsultation(it: ConsultationToPlan): Obligation[] {
  return [...planEnd(it), ...planContacts(it)];
}

function planEnd({ row, state, lastDay, endedOn }: ConsultationToPlan): Obligation[] {
  if (lastDay === null || state === "draft") return [];
  const doneAt = endedOn === null ? null : instantOfDay(endedOn);
  return [
    obligationOf(row, "consultation.end", onDay(lastDay), {
      doneAt,
      ending: state === "revoked" ? "void" : "met",
    }),
  ];
}

function planContacts({ row, erasedAt, hasContacts, ...ending }: ConsultationToPlan): Obligation[] {
  const last = lastContactDay(ending);
  if (last === null || (erasedAt === null && !hasContacts)) return [];
  return [obligationOf(row, "consultation.contacts", onDay(addDaysToDay(last, 1)), { doneAt: erasedAt })];
}
