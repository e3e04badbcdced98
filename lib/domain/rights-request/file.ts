import type { IdentityDoubt } from "./clocks";
import type { Decision, Fact, FactKind, TaskKind, TaskOutcome } from "./facts";
import { stateAfter, type RequestState } from "./lifecycle";

export type Task = {
  /** The fact that added it. */
  id: string;
  kind: TaskKind;
  name: string;
  subProcessorId: string | null;
  recordIds: readonly string[];
  /** Null until somebody answered. */
  outcome: TaskOutcome | null;
  documentId: string | null;
  answered: Fact | null;
};

/** Everything that is shown of a request, folded from its facts. */
export type RequestFile = {
  state: RequestState;
  controllerId: string | null;
  relayed: Fact | null;
  /** By the controller in its portal; null of a request that its processor received. */
  lodged: Fact | null;
  controllerAt: number | null;
  doubts: readonly IdentityDoubt[];
  announcedAt: number | null;
  instructed: Fact | null;
  decision: Decision | null;
  refused: Fact | null;
  /** Answer to the person; null while no answer is known. A later fact corrects an earlier one. */
  answered: Fact | null;
  tasks: readonly Task[];
  confirmed: Fact | null;
  closedAt: number | null;
  /** Instant at which its state last changed; null while it is as it was received. */
  changedAt: number | null;
  erasedAt: number | null;
  /** The number of the last fact. */
  version: number;
};

/** Reads facts by their numbers: the order in which they are given is of no account. */
export function foldRequest(given: readonly Fact[]): RequestFile {
  const facts = given.toSorted((one, other) => one.number - other.number);
  // Taken up again after it was set aside, it begins anew: what an earlier controller did is not this one's.
  const current = facts.slice(facts.findLastIndex(({ kind }) => kind === "reopened") + 1);
  const last = (kind: FactKind) => current.findLast((fact) => fact.kind === kind) ?? null;
  const instructed = last("instructed");
  return {
    state: facts.reduce<RequestState>((state, { kind }) => stateAfter(kind) ?? state, "received"),
    controllerId:
      facts.findLast(({ kind }) => kind === "placed" || kind === "lodged")?.value.controllerId ?? null,
    relayed: last("relayed"),
    lodged: last("lodged"),
    controllerAt: earliest(current, "controller-received"),
    doubts: doubtsOf(current),
    announcedAt: earliest(current, "extension-announced"),
    instructed,
    decision: instructed?.value.decision ?? null,
    refused: last("refused"),
    answered: last("answered"),
    tasks: tasksOf(current),
    confirmed: last("confirmed"),
    closedAt: last("closed")?.at ?? null,
    changedAt: facts.findLast(({ kind }) => stateAfter(kind) !== null)?.at ?? null,
    erasedAt: last("erased")?.at ?? null,
    version: facts.at(-1)?.number ?? 0,
  };
}

/** True of a request that is not granted: the person was told so, or the controller's refusal stands. */
export function isRefused({
  answered,
  refused,
  instructed,
  decision,
}: Pick<RequestFile, "answered" | "refused" | "instructed" | "decision">): boolean {
  if (answered !== null) return answered.value.answer === "refused";
  if (refused !== null && (instructed === null || instructed.number < refused.number)) return true;
  return decision === "refuse";
}

function earliest(facts: readonly Fact[], kind: FactKind): number | null {
  const instants = facts.filter((fact) => fact.kind === kind).map(({ at }) => at);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** A doubt lasts until the identity is confirmed; one that is raised again meanwhile is the same. */
function doubtsOf(facts: readonly Fact[]): IdentityDoubt[] {
  const doubts: IdentityDoubt[] = [];
  for (const { kind, at } of facts) {
    const open = doubts.at(-1);
    if (kind === "identity-doubted" && open?.until !== null) doubts.push({ from: at, until: null });
    if (kind === "identity-confirmed" && open?.until === null) open.until = Math.max(open.from, at);
  }
  return doubts;
}

function tasksOf(facts: readonly Fact[]): Task[] {
  return facts.flatMap(({ id, kind, value }) => {
    if (kind !== "task-added" || !value.task) return [];
    const answered =
      facts.findLast((fact) => fact.kind === "task-answered" && fact.value.taskId === id) ?? null;
    return [
      {
        ...{ id, ...value.task, answered },
        outcome: answered?.value.outcome ?? null,
        documentId: answered?.value.documentId ?? null,
      },
    ];
  });
}
