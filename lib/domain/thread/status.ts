/** Sides of a thread: the processor's staff, or contacts of the controller. */
export type Side = "staff" | "contact";

/** States by the side that has to answer; closed: nobody has to. */
export const THREAD_STATES = ["with-processor", "with-controller", "closed"] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** Instant in milliseconds; a closing gives the reason why no answer is expected. */
export type ThreadMessage = { side: Side; kind: "message" | "closing"; at: number };

/** State of a thread, its beginning, and the instant of the last message. */
export type ThreadStatus = { state: ThreadState; since: number; lastAt: number };

/**
 * Computes the status after one more message. The other side then has to answer, since the first unanswered
 * message: repeating a question does not restart its age. A message reopens a closed thread.
 */
export function threadStatusAfter(
  before: ThreadStatus | null,
  { side, kind, at }: ThreadMessage,
): ThreadStatus {
  if (kind === "closing") return { state: "closed", since: at, lastAt: at };
  const state = side === "contact" ? "with-processor" : "with-controller";
  return { state, since: before?.state === state ? before.since : at, lastAt: at };
}

export type ClosingRefusal = "nothingOpen" | "unseen";

/**
 * Refuses to close a thread that is not open, or with messages of the other side that this person has not
 * seen.
 */
export function refuseClosing(
  status: Pick<ThreadStatus, "state"> | null,
  { messages, seen }: { messages: number; seen: number },
): ClosingRefusal | null {
  if (status === null || status.state === "closed") return "nothingOpen";
  return messages > seen ? "unseen" : null;
}

/** Beyond every instant that a clock of this century shows. */
const AFTER_ALL = 1e13;

/**
 * The order of a list, lowest first: what waits for the processor, the longest waiting above; then the rest, what was
 * said last above.
 */
export function rankOf({ state, since, lastAt }: ThreadStatus): number {
  return state === "with-processor" ? since : AFTER_ALL - lastAt;
}
