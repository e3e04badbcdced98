import { refused, type Refused } from "@/lib/domain/lifecycle/lifecycle";
import type { FactKind, FactValue } from "./facts";

/** Received → relayed → instructed → executing → confirmed → closed; refused; not ours. */
export const REQUEST_STATES = [
  "received",
  "relayed",
  "instructed",
  "executing",
  "confirmed",
  "refused",
  "not-ours",
  "closed",
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Names what must stand before an event: its controller, tasks, an answer to each, an end of what was asked, no answer that reached the person. */
type Need = "controller" | "tasks" | "answers" | "ended" | "unheard";

type Row = {
  from: readonly RequestState[];
  /** Null for a fact that leaves the state as it is. */
  to: RequestState | null;
  needs: readonly Need[];
};

const OPEN = ["received", "relayed", "instructed", "executing"] as const;
const KNOWN = [...OPEN, "confirmed", "refused", "closed"] as const;

export const TRANSITIONS = {
  placed: { from: ["received"], to: null, needs: [] },
  // Found by a job: the written number may be of another country.
  "number-doubted": { from: KNOWN, to: null, needs: [] },
  // Chosen by a person, also of a request that is closed: its objection goes on.
  "number-read": { from: KNOWN, to: null, needs: ["controller"] },
  // Found by a job: words that were received before anybody asked seem to end contact.
  "stop-doubted": { from: [...OPEN, "confirmed", "refused"], to: null, needs: [] },
  // Answered by a person, of words that seem to end contact under another right, 21(2).
  "stop-meant": { from: KNOWN, to: null, needs: [] },
  "stop-not-meant": { from: KNOWN, to: null, needs: [] },
  // Recorded of the same request again, which is then set aside as a duplicate, and the first one goes on.
  joined: { from: ["received", "relayed"], to: null, needs: [] },
  "kept-apart": { from: OPEN, to: null, needs: [] },
  "received-again": { from: KNOWN, to: null, needs: [] },
  // By the controller in its portal: it has the request already, and nothing is left to relay.
  lodged: { from: ["received"], to: "relayed", needs: ["controller"] },
  relayed: { from: ["received"], to: "relayed", needs: ["controller"] },
  "controller-received": { from: KNOWN, to: null, needs: ["controller"] },
  "identity-doubted": { from: OPEN, to: null, needs: [] },
  "identity-confirmed": { from: OPEN, to: null, needs: [] },
  "extension-announced": { from: OPEN, to: null, needs: ["controller"] },
  // From "received" where the contract instructs beforehand; from "executing" and "refused" where the controller thinks better of it.
  instructed: {
    from: ["received", "relayed", "instructed", "executing", "refused"],
    to: "instructed",
    needs: ["controller"],
  },
  "task-added": { from: ["relayed", "instructed", "executing"], to: null, needs: ["controller"] },
  started: { from: ["instructed"], to: "executing", needs: ["tasks"] },
  "task-answered": { from: ["executing"], to: null, needs: [] },
  confirmed: { from: ["executing"], to: "confirmed", needs: ["tasks", "answers"] },
  refused: { from: ["relayed", "instructed", "executing"], to: "refused", needs: ["controller"] },
  // Recorded whenever it becomes known, also of a request that is closed.
  answered: { from: KNOWN, to: null, needs: ["controller"] },
  // Neither an answer nor an end: the person had no address, or nothing that was sent reached it. A later answer takes its place.
  "not-reached": {
    from: ["relayed", "instructed", "executing", "confirmed", "refused", "closed"],
    to: null,
    needs: ["controller", "unheard"],
  },
  // Set aside once its controller has decided on it by its person's own withdrawal alone.
  "not-ours": { from: [...OPEN, "refused"], to: "not-ours", needs: [] },
  reopened: { from: ["not-ours"], to: "received", needs: [] },
  // From "relayed" where the controller answered, or could not reach the person, and nothing was left to execute.
  closed: { from: ["relayed", "confirmed", "refused", "not-ours"], to: "closed", needs: ["ended"] },
  erased: { from: ["closed"], to: null, needs: [] },
} as const satisfies Record<FactKind, Row>;

const ROWS: Record<FactKind, Row> = TRANSITIONS;

/** States what the table asks of a request. */
export type LifeInput = {
  state: RequestState;
  controllerId: string | null;
  tasks: readonly { outcome: unknown }[];
  /** The fact by which the person was answered; null while none is known. */
  answered: { value?: Pick<FactValue, "answerMeans"> } | null;
  /** The fact that the person could not be reached; null of any other, and where it was answered since. */
  notReached?: unknown;
};

export type LifeRefusal =
  "notFromHere" | "noController" | "noTasks" | "openTasks" | "notAnswered" | "answeredAlready";

/** Means whose return nothing here tells: an answer by them may prove to have reached nobody. */
const MAY_COME_BACK: readonly unknown[] = ["e-mail", "post"];

export type LifeDecision = { ok: true; state: RequestState } | Refused<"", LifeRefusal>;

/** The state after an event, or why not. */
export function decide(it: LifeInput, kind: FactKind): LifeDecision {
  const { from, to, needs } = ROWS[kind];
  if (!from.includes(it.state)) return refused("", "notFromHere");
  for (const need of needs) {
    const lacking = lackOf(it, need);
    if (lacking) return refused("", lacking);
  }
  return { ok: true, state: to ?? it.state };
}

function lackOf(
  { state, controllerId, tasks, answered, notReached = null }: LifeInput,
  need: Need,
): LifeRefusal | null {
  switch (need) {
    case "controller":
      return controllerId === null ? "noController" : null;
    case "tasks":
      return tasks.length === 0 ? "noTasks" : null;
    case "answers":
      return tasks.some(({ outcome }) => outcome === null) ? "openTasks" : null;
    case "ended":
      return state === "relayed" && answered === null && notReached === null ? "notAnswered" : null;
    case "unheard":
      return answered === null || MAY_COME_BACK.includes(answered.value?.answerMeans)
        ? null
        : "answeredAlready";
  }
}

/** Facts that no form of events records: the controller lodges, a job doubts, and numbers and requests that come again are answered where they are shown. */
export const BESIDE_EVENTS: readonly FactKind[] = [
  "lodged",
  "number-doubted",
  "number-read",
  "stop-doubted",
  "stop-meant",
  "stop-not-meant",
  "joined",
  "kept-apart",
  "received-again",
];

/** Events that the processor may record now, in the order of the table. */
export function eventsFrom(it: LifeInput): FactKind[] {
  return (Object.keys(ROWS) as FactKind[]).filter(
    (kind) => !BESIDE_EVENTS.includes(kind) && decide(it, kind).ok,
  );
}

/** State that a fact leads to, where it leads to one. */
export function stateAfter(kind: FactKind): RequestState | null {
  return ROWS[kind].to;
}

/** A request awaits something until it is closed, or set aside as nobody's. */
export function isOpen(state: RequestState): boolean {
  return state !== "closed" && state !== "not-ours";
}
