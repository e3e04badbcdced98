import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { EVERY_PURPOSE, type ChoiceOutcome } from "./choices";

/**
 * Agreement of a person to be called at a precise date and time, D223-9, also in a request to be called back, R223-4; or that it
 * is cancelled. Instants are milliseconds of UTC.
 */
export type Appointment = {
  purpose: string;
  outcome: ChoiceOutcome;
  agreedAt: number;
  callAt: number;
  /** True where it was agreed about a named purpose, and not whatever the call is for. */
  isOfPurpose: boolean;
  hasProof: boolean;
};

/** Minutes after the agreed time in which a call is still at it: D223-9 says "precise" and no number. To be verified. */
export const APPOINTMENT_MINUTES = 30;

/**
 * Months within which an appointment is one call that the person asked for. D223-9 and R223-4 say no number; R223-1 lets a consent to
 * be called last a year, which an appointment may not outlast unasked. To be verified.
 */
export const APPOINTMENT_MONTHS = 12;

/** True of a call on a day so long after that of its agreement that the day is to be confirmed. */
export function isFarAhead(callOn: string, agreedOn: string): boolean {
  return callOn > addMonthsToDay(agreedOn, APPOINTMENT_MONTHS);
}

/**
 * The appointment that a call at an instant keeps, or null. What was agreed afterwards opens nothing, and one that was
 * cancelled before the call is none.
 */
export function appointmentAt(
  appointments: readonly Appointment[],
  { purpose, at }: { purpose: string; at: number },
): Appointment | null {
  const kept = appointments.filter(
    (one) =>
      one.agreedAt <= at &&
      one.callAt <= at &&
      at < one.callAt + APPOINTMENT_MINUTES * 60_000 &&
      (one.purpose === purpose || one.purpose === EVERY_PURPOSE),
  );
  return kept.find((one) => one.outcome === "allowed" && !isCancelled(one, kept)) ?? null;
}

/** Appointments that are still to be kept at an instant, the next one first. */
export function appointmentsAhead<One extends Appointment>(appointments: readonly One[], at: number): One[] {
  const known = appointments.filter(({ agreedAt }) => agreedAt <= at);
  return known
    .filter(
      (one) =>
        one.outcome === "allowed" &&
        at < one.callAt + APPOINTMENT_MINUTES * 60_000 &&
        !isCancelled(one, known),
    )
    .toSorted((a, b) => a.callAt - b.callAt);
}

/** Takes the cancellation of an agreement of the same instant for the later, as of any two choices. */
function isCancelled(agreed: Appointment, known: readonly Appointment[]): boolean {
  return known.some(
    ({ outcome, callAt, agreedAt, purpose }) =>
      outcome !== "allowed" &&
      callAt === agreed.callAt &&
      agreedAt >= agreed.agreedAt &&
      (purpose === agreed.purpose || purpose === EVERY_PURPOSE),
  );
}

/**
 * Facts of a call that keeps an appointment: it is at a precise date and time, D223-9, and the agreement to it is the person's
 * request, R223-4. Whether its object is that of the call is unknown where it was agreed about nothing named.
 */
export function agreedCallFacts({
  agreedAt,
  hasProof,
  isOfPurpose,
}: Pick<Appointment, "agreedAt" | "hasProof" | "isOfPurpose">) {
  const callBack = { requestedAt: agreedAt, isProven: hasProof, isWithinObject: isOfPurpose || null };
  return { agreedTime: "precise" as const, callBack };
}
