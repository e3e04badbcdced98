import type { Task } from "./file";
import type { RequestState } from "./lifecycle";

/** Outcomes of an instruction over all its lines. */
export const EXECUTIONS = [
  "done",
  /** Done on some lines, impossible on others. */
  "partly",
  /** Nothing of the person is held on any line. */
  "none-held",
  /** Done on no line, and impossible on one at least. */
  "not-done",
] as const;
export type Execution = (typeof EXECUTIONS)[number];

/** Sums up the answers of the lines; an unanswered one is not done. */
export function executionOf(tasks: readonly Pick<Task, "outcome">[]): Execution {
  const has = (outcome: Task["outcome"]) => tasks.some((task) => task.outcome === outcome);
  const isLacking = has("impossible") || has(null) || tasks.length === 0;
  if (has("done")) return isLacking ? "partly" : "done";
  return isLacking ? "not-done" : "none-held";
}

/** State of a request in words: a confirmed one says what was confirmed. */
export type ShownState = Exclude<RequestState, "confirmed"> | `confirmed-${Execution}`;

export function shownState({
  state,
  tasks,
}: {
  state: RequestState;
  tasks: readonly Pick<Task, "outcome">[];
}): ShownState {
  return state === "confirmed" ? `confirmed-${executionOf(tasks)}` : state;
}
