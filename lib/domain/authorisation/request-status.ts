import type { Zone } from "@/lib/domain/time/zones";
import { objectionPeriod, type ObjectionPeriod } from "./objection-period";
import type { AuthorisationState, Regime } from "./types";

export type StoredAuthorisation = {
  regime: Regime;
  /** State after the last fact. */
  state: AuthorisationState;
  /** The instant the controller received it; null while nothing shows it. */
  receivedAt: number | null;
  /** Days agreed by the contract; null: none was agreed. */
  days: number | null;
  /**
   * The instant at which the contract by which it was asked ceased to bind, or will; null: it goes on. What it agreed of
   * silence goes with it, 28(2).
   */
  lapsesAt: number | null;
  zone: Zone;
  holidays: ReadonlySet<string>;
  /**
   * Instant since which silence counts, of a notice to an address that was neither proven nor named by the contract; null while
   * that is so, absent where nothing holds silence back.
   */
  silenceHeldUntil?: number | null | undefined;
};

export type AuthorisationStatus = {
  state: AuthorisationState;
  /** Null while no period runs: not received, none agreed, or decided. */
  period: ObjectionPeriod | null;
  /** True once the controller agreed, or its silence counts. Other requirements of use are assessed apart. */
  isAuthorised: boolean;
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
 * Without an agreed period, or once the contract that agreed it no longer binds, silence proves nothing and a
 * confirmation is required. With a period, silence counts from the day on which the sub-processor may be
 * used: until then a no is an objection, art. 28(2), and not a revocation.
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
  if (isSilenceHeld(asked, now)) return waiting("confirmation");
  return { state: "not-objected", period, isAuthorised: true, waits: null };
}

/** True while the notice is not known to have reached the controller, 28(2): only its own word authorises then. */
export function isSilenceHeld({ silenceHeldUntil }: StoredAuthorisation, now: number): boolean {
  return silenceHeldUntil !== undefined && (silenceHeldUntil === null || silenceHeldUntil > now);
}

function periodOf({ receivedAt, days, zone, holidays }: StoredAuthorisation): ObjectionPeriod | null {
  if (receivedAt === null || days === null) return null;
  return objectionPeriod({ receivedAt, days, zone, holidays });
}
