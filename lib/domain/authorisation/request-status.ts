import type { Zone } from "@/lib/domain/time/zones";
import { objectionPeriod, type ObjectionPeriod } from "./objection-period";
import type { AuthorisationState, Regime } from "./types";

/** What is kept of a request or a notice. */
export type StoredAuthorisation = {
  regime: Regime;
  /** As the last fact left it. */
  state: AuthorisationState;
  /** The instant the controller received it; null while nothing shows it. */
  receivedAt: number | null;
  /** As its contract agrees; null: none was agreed. */
  days: number | null;
  /**
   * The instant at which the contract by which it was asked ceased to bind, or will; null: it goes on. What it agreed of
   * silence goes with it, 28(2).
   */
  lapsesAt: number | null;
  zone: Zone;
  holidays: ReadonlySet<string>;
};

export type AuthorisationStatus = {
  state: AuthorisationState;
  /** Null while no period runs: not received, none agreed, or decided. */
  period: ObjectionPeriod | null;
  /**
   * The controller's word is there, or its silence counts. What else a sub-processor wants before it may be used is in
   * readiness.ts.
   */
  isAuthorised: boolean;
  /** What the waiting is for. */
  waits: "receipt" | "answer" | "confirmation" | "working-day" | null;
};

/** A sent request at an instant: silence is a refusal in the specific regime, and in the general one only as agreed. */
export function authorisationStatusAt(asked: StoredAuthorisation, now: number): AuthorisationStatus {
  if (asked.state === "submitted") return specificAt(asked, now);
  if (asked.state === "notified") return generalAt(asked, now);
  return { state: asked.state, period: null, isAuthorised: asked.state === "approved", waits: null };
}

function specificAt(asked: StoredAuthorisation, now: number): AuthorisationStatus {
  const period = periodOf(asked);
  const isOver = period !== null && period.endsAt <= now;
  if (isOver) return { state: "expired", period, isAuthorised: false, waits: null };
  return {
    state: "submitted",
    period,
    isAuthorised: false,
    waits: asked.receivedAt === null ? "receipt" : "answer",
  };
}

/**
 * Where no period was agreed, or what agreed it binds no more, silence proves nothing: a confirmation is asked for. Where one was,
 * silence counts on the day on which the sub-processor may be used, and not before: until then a no is an objection to
 * what has not begun, art. 28(2), and nothing is taken back that was never given.
 */
function generalAt(asked: StoredAuthorisation, now: number): AuthorisationStatus {
  const period = periodOf(asked);
  const waiting = (waits: AuthorisationStatus["waits"]): AuthorisationStatus => ({
    state: "notified",
    period,
    isAuthorised: false,
    waits,
  });
  if (asked.days === null) return waiting("confirmation");
  if (asked.lapsesAt !== null && asked.lapsesAt <= now) return { ...waiting("confirmation"), period: null };
  if (period === null) return waiting("receipt");
  if (now < period.endsAt) return waiting("answer");
  if (now < period.usableFrom) return waiting("working-day");
  return { state: "not-objected", period, isAuthorised: true, waits: null };
}

function periodOf({ receivedAt, days, zone, holidays }: StoredAuthorisation): ObjectionPeriod | null {
  if (receivedAt === null || days === null) return null;
  return objectionPeriod({ receivedAt, days, zone, holidays });
}
