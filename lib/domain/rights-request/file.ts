import type { IdentityDoubt } from "./clocks";
import { standing, unsentOf, type Departures, type Unsent } from "./departures";
import type { Decision, Fact, FactKind, ImpossibleReason, TaskKind, TaskOutcome } from "./facts";
import { isOpen, stateAfter, type RequestState } from "./lifecycle";

export type Task = {
  /** The fact that added it. */
  id: string;
  kind: TaskKind;
  name: string;
  subProcessorId: string | null;
  recordIds: readonly string[];
  /** Null until somebody answered. */
  outcome: TaskOutcome | null;
  /** Stated of an impossible one; null of those answered before it was asked for. */
  reason: ImpossibleReason | null;
  documentId: string | null;
  answered: Fact | null;
};

/** Everything that is shown of a request, folded from its facts. */
export type RequestFile = {
  state: RequestState;
  controllerId: string | null;
  /** Relay as it stands: by letter, from the instant at which it left or was opened in the portal. */
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
  /** Fact that the person could not be reached; null of any other, and where an answer took its place. */
  notReached: Fact | null;
  /** Departure of the letters that tell the controller so; null where its processor was not the one that tried. */
  notReachedTold: Told | null;
  tasks: readonly Task[];
  confirmed: Fact | null;
  /** Last fact of its kind by letters that have not left, where none of that kind has stood since. */
  unsent: Record<"relayed" | "answered" | "confirmed", Unsent | null>;
  /** Instant at which another reading of its number was found that no person has settled; null of any other. */
  numberDoubtedAt: number | null;
  closedAt: number | null;
  /** Fact that set it aside as none of ours; null where none did, or it was reopened since. */
  setAside: Fact | null;
  /** Departure of the letters that tell its controller so; null where there is nothing to tell. */
  setAsideTold: Told | null;
  /** Instant at which its state last changed; null while it is as it was received. */
  changedAt: number | null;
  erasedAt: number | null;
  /** The number of the last fact. */
  version: number;
};

/** Departure of the first of some letters; `hasAddress` is false where there was nobody to write to. */
export type Told = { hasAddress: boolean; leftAt: number | null };

/** Proofs of facts by letter: departures of the letters, and the first opening in the portal. */
export type Proofs = { departures: Departures; openedAt: number | null };

const NO_PROOFS: Proofs = { departures: new Map(), openedAt: null };

/** Reads facts by their numbers: the order in which they are given is of no account. What did not leave is no fact yet. */
export function foldRequest(given: readonly Fact[], proofs: Proofs = NO_PROOFS): RequestFile {
  const recorded = given.toSorted((one, other) => one.number - other.number);
  const facts = recorded.flatMap((fact) => provenFact(fact, proofs) ?? []);
  // Taken up again after it was set aside, it begins anew: what an earlier controller did is not this one's.
  const current = facts.slice(facts.findLastIndex(({ kind }) => kind === "reopened") + 1);
  const last = (kind: FactKind) => current.findLast((fact) => fact.kind === kind) ?? null;
  const since = recorded.findLast(({ kind }) => kind === "reopened")?.number ?? 0;
  const unsent = (kind: FactKind) => {
    const latest = recorded.findLast((fact) => fact.kind === kind && fact.number > since);
    return latest && provenFact(latest, proofs) === null ? unsentOf(latest, proofs.departures) : null;
  };
  const instructed = last("instructed");
  const refusal = last("refused");
  // The later of an instruction and a refusal holds: what was ordered before a refusal is ordered no more.
  const refused = (refusal?.number ?? 0) > (instructed?.number ?? 0) ? refusal : null;
  const { answered, notReached } = reachedPerson(last("answered"), last("not-reached"));
  return {
    state: facts.reduce<RequestState>((state, { kind }) => stateAfter(kind) ?? state, "received"),
    controllerId:
      facts.findLast(({ kind }) => kind === "placed" || kind === "lodged")?.value.controllerId ?? null,
    relayed: earliestFact(current, "relayed"),
    lodged: last("lodged"),
    controllerAt: earliest(current, "controller-received"),
    doubts: doubtsOf(current),
    announcedAt: earliest(current, "extension-announced"),
    instructed,
    decision: refused === null ? (instructed?.value.decision ?? null) : null,
    refused,
    answered,
    notReached,
    notReachedTold: toldOf(notReached, proofs.departures),
    tasks: tasksOf(current),
    confirmed: last("confirmed"),
    unsent: {
      relayed: unsent("relayed"),
      answered: unsent("answered"),
      confirmed: unsent("confirmed"),
    },
    numberDoubtedAt: numberDoubtedAt(facts),
    closedAt: last("closed")?.at ?? null,
    setAside: last("not-ours"),
    setAsideTold: toldOf(last("not-ours"), proofs.departures),
    changedAt: facts.findLast(({ kind }) => stateAfter(kind) !== null)?.at ?? null,
    erasedAt: last("erased")?.at ?? null,
    version: recorded.at(-1)?.number ?? 0,
  };
}

/** True of a request that is not granted: the person was told so, or the controller's refusal stands. */
export function isRefused({
  answered,
  refused,
  decision,
}: Pick<RequestFile, "answered" | "refused" | "decision">): boolean {
  if (answered !== null) return answered.value.answer === "refused";
  return refused !== null || decision === "refuse";
}

/** True where the controller was given the request, lodged it, or had it before: also by a letter that still waits. */
export function isWithController({
  relayed,
  lodged,
  controllerAt,
  unsent,
}: Pick<RequestFile, "relayed" | "lodged" | "controllerAt" | "unsent">): boolean {
  return relayed !== null || lodged !== null || controllerAt !== null || unsent.relayed?.isWaiting === true;
}

/**
 * True while its controller has something to say: its decision, another in the place of one without effect, or its own answer to the
 * person, unless the person could not be reached.
 */
export function awaitsController(
  { state, answered, notReached, decision }: RequestFile,
  isInstructionHeld: boolean,
): boolean {
  if (isInstructionHeld) return true;
  if (answered !== null || notReached !== null) return false;
  return state === "relayed" || (isOpen(state) && decision !== "execute-and-answer");
}

/** True where its controller has decided on it: its execution is ordered or begun, or refused. */
export function isDecided({ state }: Pick<RequestFile, "state">): boolean {
  return state === "instructed" || state === "executing" || state === "refused";
}

/** Takes who opens a request in the portal to have it, whatever became of the letter. */
function provenFact(fact: Fact, { departures, openedAt }: Proofs): Fact | null {
  const stands = standing(fact, departures);
  if (fact.kind !== "relayed" || openedAt === null || openedAt < fact.at || !fact.value.letterIds?.length)
    return stands;
  return { ...fact, at: Math.min(stands?.at ?? openedAt, openedAt) };
}

/**
 * Decides between an answer and that the person could not be reached: the later one holds. A letter of the outbox that left and did
 * not come back is an answer whatever was recorded after it.
 */
function reachedPerson(
  answered: Fact | null,
  notReached: Fact | null,
): Pick<RequestFile, "answered" | "notReached"> {
  if (answered === null || notReached === null) return { answered, notReached };
  const isAnswered = answered.number > notReached.number || (answered.value.letterIds ?? []).length > 0;
  return isAnswered ? { answered, notReached: null } : { answered: null, notReached };
}

/** Reads what tells the controller beside the fact, which is so whether it was told or not. */
function toldOf(fact: Fact | null, departures: Departures): Told | null {
  const ids = fact?.value.tellingIds;
  if (!ids) return null;
  const left = ids.flatMap((id) => departures.get(id)?.leftAt ?? []);
  return { hasAddress: ids.length > 0, leftAt: left.length === 0 ? null : Math.min(...left) };
}

/** A controller that is named settles it: its objection is then written under each reading. */
function numberDoubtedAt(facts: readonly Fact[]): number | null {
  const settled = facts.findLast(({ kind }) => kind === "number-read" || kind === "placed")?.number ?? 0;
  return facts.findLast(({ kind, number }) => kind === "number-doubted" && number > settled)?.at ?? null;
}

function earliestFact(facts: readonly Fact[], kind: FactKind): Fact | null {
  const [first] = facts.filter((fact) => fact.kind === kind).toSorted((one, other) => one.at - other.at);
  return first ?? null;
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
        id,
        ...value.task,
        answered,
        outcome: answered?.value.outcome ?? null,
        reason: answered?.value.reason ?? null,
        documentId: answered?.value.documentId ?? null,
      },
    ];
  });
}

/** Instant from which a request is known to have been received, by its controller or by us: no answer to it is earlier. */
export function earliestReceipt(
  receivedAt: number,
  { controllerAt }: Pick<RequestFile, "controllerAt">,
): number {
  return controllerAt === null ? receivedAt : Math.min(receivedAt, controllerAt);
}
