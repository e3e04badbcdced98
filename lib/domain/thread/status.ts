/** Who writes: the processor's staff, or a contact of the controller. */
export type Side = "staff" | "contact";

/** Whose turn it is, or that nobody is waited for. */
export const THREAD_STATES = ["with-processor", "with-controller", "closed"] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** One thing that was said, at an instant in milliseconds; a closing says why nothing more is waited for. */
export type ThreadMessage = { side: Side; kind: "message" | "closing"; at: number };

/** Where a thread stands, since when, and when anything was last said. */
export type ThreadStatus = { state: ThreadState; since: number; lastAt: number };

/**
 * What a thread becomes by one more thing said. The other side is then to answer, and has been since the first word that
 * nobody answered: to ask again does not make a question younger. A message reopens what was closed.
 */
export function threadStatusAfter(
  before: ThreadStatus | null,
  { side, kind, at }: ThreadMessage,
): ThreadStatus {
  if (kind === "closing") return { state: "closed", since: at, lastAt: at };
  const state = side === "contact" ? "with-processor" : "with-controller";
  return { state, since: before?.state === state ? before.since : at, lastAt: at };
}

/** Where everything that was said leaves a thread; null where nothing was. */
export function threadStatusOf(stated: readonly ThreadMessage[]): ThreadStatus | null {
  return stated.reduce<ThreadStatus | null>(threadStatusAfter, null);
}

export type ClosingRefusal = "nothingOpen" | "unseen";

/** Why a thread cannot be closed now: it is not open, or the other side said something that this person has not seen. */
export function refuseClosing(
  status: Pick<ThreadStatus, "state"> | null,
  { said, seen }: { said: number; seen: number },
): ClosingRefusal | null {
  if (status === null || status.state === "closed") return "nothingOpen";
  return said > seen ? "unseen" : null;
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
