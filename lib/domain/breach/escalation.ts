const MINUTE_MS = 60_000;

/** A person of the controller who is reached about a breach, in the order in which they are tried. */
export type Reached = { id: string; hasAddress: boolean };

/** Describes one letter of a notice to one contact. Instants are milliseconds of UTC. */
export type Step = {
  contactId: string;
  queuedAt: number;
  /** Instant at which a server took it; null while it has not left. */
  handedOverAt: number | null;
  /** Instant at which it came back, was refused or given up; null while none is known. */
  failedAt: number | null;
};

export type EscalationInput = {
  contacts: readonly Reached[];
  steps: readonly Step[];
  /** Instants of an acknowledgement, a reading, a call, a message: somebody of the controller has seen it. */
  seen: readonly number[];
  silenceMinutes: number;
  now: number;
};

/** Reason of an alarm to the next contact: nobody fails to answer a letter that never left. */
export type EscalationCause = "failed" | "silence" | "not-sent";

export type Escalation =
  | { kind: "none" }
  /** Nobody answers yet; the next is tried at that instant, or a person calls where nobody is left to write to. */
  | { kind: "waiting"; until: number; to: string | null; hasLeft: boolean }
  | { kind: "escalate"; from: string; to: string; why: EscalationCause }
  /** Everybody with an address was tried: a person calls. */
  | { kind: "exhausted"; why: EscalationCause; since: number };

/**
 * States whom to write to next about one notice, article 33(2). A letter that came back moves on at once, one that nobody has
 * seen after the agreed silence, counted from its hand-over. One that has not left waits as long from the queue. Delivery to a mailbox is no sight of it: somebody may be asleep.
 */
export function nextEscalation({ contacts, steps, seen, silenceMinutes, now }: EscalationInput): Escalation {
  const last = steps.reduce<Step | null>(
    (latest, step) => (latest && latest.queuedAt > step.queuedAt ? latest : step),
    null,
  );
  if (last === null || seen.length > 0) return { kind: "none" };
  const hasLeft = last.handedOverAt !== null;
  const until = (last.handedOverAt ?? last.queuedAt) + silenceMinutes * MINUTE_MS;
  const why = last.failedAt !== null ? "failed" : hasLeft ? "silence" : "not-sent";
  const tried = new Set(steps.map(({ contactId }) => contactId));
  const next = contacts.find(({ id, hasAddress }) => hasAddress && !tried.has(id));
  if (why !== "failed" && now < until) return { kind: "waiting", until, to: next?.id ?? null, hasLeft };
  return next
    ? { kind: "escalate", from: last.contactId, to: next.id, why }
    : { kind: "exhausted", why, since: last.failedAt ?? until };
}
