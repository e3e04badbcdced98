import type { RelayClock } from "./clocks";
import type { RequestFile } from "./file";

/** States of the relay to the controller at an instant. */
export const RELAY_STATES = [
  /** Nobody knows whose it is: it cannot be passed on. */
  "unplaced",
  /** Owed without undue delay, by no agreed term. */
  "undelayed",
  "running",
  /** Ends within a day. */
  "burning",
  "late",
  /** Passed on, where no term was agreed: neither in time nor late. */
  "relayed",
  "relayed-in-time",
  "relayed-late",
  /** Lodged by the controller itself: nothing is relayed. */
  "lodged",
  /** Set aside or closed without a relay. */
  "dropped",
] as const;
export type RelayState = (typeof RELAY_STATES)[number];

/** Whole hours that are left, that it is late by, or since the receipt where no term was agreed. */
export type RelayStatus = { state: RelayState; hours: number };

const HOUR_MS = 3_600_000;
const BURNS_BEFORE = 24 * HOUR_MS;

type Relayed = Pick<RequestFile, "state" | "controllerId" | "relayed" | "lodged" | "instructed" | "refused">;

/** Instant at which nothing was left to relay: a contract that instructs beforehand leaves nothing, nor does one who decided. */
export function relayedAt({
  relayed,
  instructed,
  refused,
}: Pick<RequestFile, "relayed" | "instructed" | "refused">): number | null {
  return (relayed ?? instructed ?? refused)?.at ?? null;
}

/** Finds where the relay of a request stands. */
export function relayStatus(file: Relayed, relay: RelayClock, now: number): RelayStatus {
  if (file.lodged !== null) return { state: "lodged", hours: 0 };
  const metAt = relayedAt(file);
  const elapsed = Math.floor(((metAt ?? now) - relay.since) / HOUR_MS);
  if (metAt === null && (file.state === "closed" || file.state === "not-ours"))
    return { state: "dropped", hours: elapsed };
  if (file.controllerId === null) return { state: "unplaced", hours: elapsed };
  if (relay.basis === "without-delay")
    return { state: metAt === null ? "undelayed" : "relayed", hours: elapsed };
  const left = relay.endsAt - (metAt ?? now);
  if (left < 0)
    return { state: metAt === null ? "late" : "relayed-late", hours: Math.floor(-left / HOUR_MS) };
  const hours = Math.ceil(left / HOUR_MS);
  if (metAt !== null) return { state: "relayed-in-time", hours };
  return { state: left <= BURNS_BEFORE ? "burning" : "running", hours };
}
