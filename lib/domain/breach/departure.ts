/**
 * States how far a notice came. "reached": a proof that makes its client aware, article 33(2). "handed-over": the processor's own relay
 * took a letter that did not come back: the client is neither told nor not told by that. "may-reach": a letter of it waits or has not
 * been reported of, the client's people can open it in the portal, or no letter was queued and it may have been given by hand.
 * "joint-alone": what was sent to joint controllers, article 26, left, or may leave, and nothing to the client. "nobody": each letter
 * was cancelled before it left, or came back.
 */
export type Reach = "reached" | "handed-over" | "may-reach" | "joint-alone" | "nobody";

/** Tells what became of a notice after its issue. Instants are milliseconds of UTC. */
export type Departure = {
  /** Instant at which it left by a letter that did not come back, or reached its controller. Null while none is known. */
  leftAt: number | null;
  /**
   * Instant at which its controller is known to have it: its mail server accepted it, or a call, an opening in the portal, a paper or
   * an acknowledgement shows it. The acceptance of the processor's own relay does not. Null while none is known.
   */
  reachedAt: number | null;
  reach: Reach;
};

/** A letter of a notice; `reports` are what servers and people said of it. */
export type NoticeLetter = {
  /** True for one to a joint controller, art. 26: what it does makes the client aware of nothing. */
  isJoint: boolean;
  isCancelled: boolean;
  /** True while it is still to be sent, for the first time or again. */
  isWaiting: boolean;
  reports: readonly { kind: string; at: number }[];
};

const RECEIVED: readonly string[] = ["delivered", "said-received"];
const LEFT: readonly string[] = ["handed-over", ...RECEIVED];
const CAME_BACK: readonly string[] = ["bounced", "refused", "given-up"];

type Sent = {
  letters: readonly NoticeLetter[];
  /** Instants of calls, openings in the portal, papers handed over and acknowledgements since its issue. */
  knownAt: readonly number[];
  /** True where the client's people can open it in the portal. */
  isInPortal: boolean;
};

/** The one reading of whether a notice reached its client: by it a rectification is owed, and the next notice has its phase. */
export function departureOf({ letters, knownAt, isInPortal }: Sent): Departure {
  const own = letters.filter(({ isJoint }) => !isJoint);
  const leftAt = earliest([...own.flatMap((letter) => reportsOf(letter, LEFT)), ...knownAt]);
  const reachedAt = earliest([...own.flatMap((letter) => reportsOf(letter, RECEIVED)), ...knownAt]);
  if (leftAt !== null) return { leftAt, reachedAt, reach: reachedAt === null ? "handed-over" : "reached" };
  if (isInPortal || own.length === 0 || !own.every(hasEnded))
    return { leftAt, reachedAt, reach: "may-reach" };
  const isEverywhereEnded = letters.every(
    (letter) => hasEnded(letter) && reportsOf(letter, LEFT).length === 0,
  );
  return { leftAt, reachedAt, reach: isEverywhereEnded ? "nobody" : "joint-alone" };
}

function earliest(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : Math.min(...instants);
}

/** True of a notice that its client was given, or may yet be given. */
export function isForClient({ reach }: Departure): boolean {
  return reach === "reached" || reach === "handed-over" || reach === "may-reach";
}

/** Reads reports of some kinds: one that came back left only where it was sent again since, or a person says that it was received. */
function reportsOf({ reports }: NoticeLetter, kinds: readonly string[]): number[] {
  const back = Math.max(...reports.map(({ kind, at }) => (CAME_BACK.includes(kind) ? at : -Infinity)));
  return reports
    .filter(({ kind, at }) => kind === "said-received" || (kinds.includes(kind) && at > back))
    .map(({ at }) => at);
}

function hasEnded({ isCancelled, isWaiting, reports }: NoticeLetter): boolean {
  return isCancelled || (!isWaiting && reports.some(({ kind }) => CAME_BACK.includes(kind)));
}
