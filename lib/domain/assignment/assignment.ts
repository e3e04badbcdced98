import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { type Duty, todayAtHome } from "@/lib/domain/obligation/types";
import { type Away, type Member, presentFor, type Staff } from "./absence";

/** Acts on a line; a duty is done by its fact alone, so that `done` closes own tasks and nothing else. */
export const ASSIGNMENT_ACTS = ["given", "taken", "handed-on", "handed-back", "done"] as const;
export type AssignmentAct = (typeof ASSIGNMENT_ACTS)[number];

/** Names what is asked of a line; giving one that somebody has hands it on. */
export const ASKED_ACTS = ["give", "take", "hand-back", "finish"] as const;
export type AskedAct = (typeof ASKED_ACTS)[number];

/** The last act on a line. */
export type AssignmentFact = {
  line: string;
  number: number;
  act: AssignmentAct;
  memberId: string | null;
  memberName: string;
  untilOn: string;
  word: string;
  label: string;
  recordedAt: number;
  authorName: string;
};

type Party = { id: string; name: string };

/**
 * Tells where a line stands: with a member; with one who is away, shown to whoever stands in; with one who left, which counts as
 * nobody's; or with nobody.
 */
export type AssignmentStatus = Pick<AssignmentFact, "line" | "number" | "untilOn" | "word" | "recordedAt"> & {
  state: "held" | "away" | "left" | "nobody";
  member: Party | null;
  /** Names who stands in for a member who is away; null where nobody present does. */
  substitute: Party | null;
  /** Last day of the absence; "" while there is none. */
  awayUntil: string;
};

const NO_ABSENCE: Away = { substitute: null, until: "" };

export function assignmentStatusOf(fact: AssignmentFact, staff: Staff): AssignmentStatus {
  const { line, number, untilOn, word, recordedAt, memberId, memberName, act } = fact;
  const of = { line, number, untilOn, word, recordedAt };
  const none = { member: null, substitute: null, awayUntil: "" };
  if (act === "handed-back" || act === "done" || memberId === null)
    return { ...of, ...none, state: "nobody" };
  const member = staff.members.get(memberId);
  const party = { id: memberId, name: member?.name ?? memberName };
  if (!member || member.isEnded) return { ...of, ...none, member: party, state: "left" };
  const away = presentFor(memberId, staff) ?? NO_ABSENCE;
  return {
    ...of,
    member: party,
    state: away.until === "" ? "held" : "away",
    substitute: away.substitute,
    awayUntil: away.until,
  };
}

/** True while somebody who is still a member has the line. */
export function isHeld({ state }: Pick<AssignmentStatus, "state">): boolean {
  return state === "held" || state === "away";
}

/** True for whoever has the line, and for whoever stands in. */
export function isWith(status: AssignmentStatus, memberId: string): boolean {
  return isHeld(status) && [status.member?.id, status.substitute?.id].includes(memberId);
}

/** The fact that ended a line of the same key: when it was done, and when its row was changed last. */
export type Ended = Pick<Duty, "doneAt" | "changedAt">;

/**
 * Tells whether a fact ended the line after it was assigned: the key of a yearly review stays the same from year to year, so
 * an assignment ends with the review that it was of. Facts have a day alone, so the change of the row tells the hour.
 */
export function isEndedBy(
  { recordedAt }: Pick<AssignmentFact, "recordedAt">,
  ended: Ended | undefined,
): boolean {
  if (!ended || ended.doneAt === null) return false;
  if (ended.doneAt >= recordedAt) return true;
  return todayAtHome(ended.doneAt) === todayAtHome(recordedAt) && ended.changedAt >= recordedAt;
}

export const WHOSE = ["mine", "nobody"] as const;
export type Whose = (typeof WHOSE)[number];

/** Makes the filter of lines by who has them. */
export function belongsTo(whose: Whose, memberId: string): (status: AssignmentStatus | undefined) => boolean {
  if (whose === "mine") return (status) => status !== undefined && isWith(status, memberId);
  return (status) => status === undefined || !isHeld(status);
}

type Asking = {
  act: AskedAct;
  /** Number of the last act that the page showed; 0 where there was none. */
  seen: number;
  by: { id: string; isSteward: boolean };
  to: Member | undefined;
  isTask: boolean;
};

/** Decides what an act makes of a line, or why not. */
export function decideAssignment(
  last: AssignmentFact | null,
  status: AssignmentStatus | null,
  { act, seen, by, to, isTask }: Asking,
): Outcome<{ act: AssignmentAct; to: Party | null }> {
  if ((last?.number ?? 0) !== seen)
    return invalid("", "assignment.meanwhile", { name: last?.authorName ?? "", who: last?.memberName ?? "" });
  const isTaken = status !== null && isHeld(status);
  switch (act) {
    case "take":
      if (!to) return refuse({ kind: "forbidden" });
      if (status?.state === "held")
        return invalid("", "assignment.alreadyHeld", { name: status.member?.name ?? "" });
      return done({ act: "taken", to });
    case "give":
      if (!to || to.isEnded) return invalid("member", "assignment.notMember");
      if (to.role === "viewer") return invalid("member", "assignment.readsOnly", { name: to.name });
      return done({ act: isTaken ? "handed-on" : "given", to });
    case "hand-back":
      if (!isTaken) return invalid("", "assignment.nobodyHas");
      if (!isWith(status, by.id) && !by.isSteward)
        return invalid("", "assignment.notYours", { name: status.member?.name ?? "" });
      return done({ act: "handed-back", to: null });
    case "finish":
      if (!isTask) return invalid("", "assignment.byFactAlone");
      return done({ act: "done", to: null });
  }
}
