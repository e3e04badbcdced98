import {
  answerDue,
  answeredAt,
  rectifiedAt,
  type RequestClocks,
} from "@/lib/domain/rights-request/clock-verdicts";
import type { AnswerClock } from "@/lib/domain/rights-request/answer-clocks";
import type { Fact } from "@/lib/domain/rights-request/facts";
import type { RequestFile, Told } from "@/lib/domain/rights-request/file";
import { relayedAt } from "@/lib/domain/rights-request/relay-status";
import type { DataLaw } from "@/lib/domain/statute/applicable-laws";
import type { Zone } from "@/lib/domain/time/zones";
import {
  atInstant,
  type Ending,
  type Obligation,
  type ObligationKind,
  obligationOf,
  onDay,
  type Row,
  since,
} from "./types";

export type RequestToPlan = RequestClocks & {
  row: Row;
  receivedAt: number;
  zone: Zone;
  /** True where its instruction orders nothing today, 28(3)(a): that is its duty, and nothing is executed or answered for the controller. */
  isInstructionHeld?: boolean;
};

/** Dates of one request: whose it is, its relay, the controller's month, ten clear days, what is to be executed. */
export function planRightsRequest(given: RequestToPlan): Obligation[] {
  const it = given.isInstructionHeld ? withoutInstruction(given) : given;
  const { file, row } = it;
  const end = endOf(file);
  const planned = [...planWhose(it), ...planAnswer(it), ...planExecution(it)];
  const ended = planned.map((obligation) =>
    obligation.doneAt === null && end !== null
      ? { ...obligation, doneAt: end.at, ending: end.ending, path: row.path }
      : obligation,
  );
  return [...ended, ...planTelling(it), ...planNumber(it)];
}

/** Leaves what the controller ordered out: the person's answer is its own again. */
function withoutInstruction(it: RequestToPlan): RequestToPlan {
  return { ...it, file: { ...it.file, instructed: null, decision: null } };
}

/**
 * Until a letter has told the controller that its request is set aside, or that we could not reach its person, or, where it has no address, until whoever told it otherwise
 * closes the request.
 */
function planTelling({ row, file }: RequestToPlan): Obligation[] {
  const { setAside, setAsideTold, notReached, notReachedTold } = file;
  return [
    ...tellingOf(row, file, { fact: setAside, told: setAsideTold, kind: "rights-request.tell-set-aside" }),
    ...tellingOf(row, file, {
      fact: notReached,
      told: notReachedTold,
      kind: "rights-request.tell-not-reached",
    }),
  ];
}

type Telling = {
  fact: Fact | null;
  told: Told | null;
  kind: "rights-request.tell-set-aside" | "rights-request.tell-not-reached";
};

function tellingOf(
  row: Row,
  { closedAt }: RequestFile,
  { fact, told, kind: byLetter }: Telling,
): Obligation[] {
  if (fact === null || told === null) return [];
  const { hasAddress, leftAt } = told;
  const kind = hasAddress ? byLetter : (`${byLetter}-otherwise` as const);
  const end: Pick<Obligation, "doneAt" | "ending"> =
    leftAt === null ? { doneAt: closedAt, ending: "left" } : { doneAt: leftAt, ending: "met" };
  return [obligationOf({ ...row, path: `${row.path}#life` }, kind, since(fact.at), end)];
}

/** An objection goes on after its request is closed: whose number it is written under is settled all the same. */
function planNumber({ row, file }: RequestToPlan): Obligation[] {
  const { numberDoubtedAt, controllerId } = file;
  if (numberDoubtedAt === null || controllerId === null) return [];
  return [
    obligationOf(
      { ...row, path: `${row.path}#number` },
      "rights-request.read-number",
      since(numberDoubtedAt),
    ),
  ];
}

/** An objection under which nothing is held stops nobody, 21(3), until somebody completes it or it ends. */
export function planUnheldStop({ row, receivedAt }: Pick<RequestToPlan, "row" | "receivedAt">): Obligation {
  const person = { ...row, path: `${row.path}#person` };
  return obligationOf(person, "rights-request.complete-stop", since(receivedAt));
}

/** Words that may be an objection are read without delay: everything named is held until somebody has, 21(3). */
export function planStopQuestion({ row, receivedAt }: Pick<RequestToPlan, "row" | "receivedAt">): Obligation {
  const asked = { ...row, path: `${row.path}#stop-question` };
  return obligationOf(asked, "rights-request.stop-question", since(receivedAt));
}

const HOUR_MS = 3_600_000;

/**
 * Plans those that came in a burst hour by hour, each hour as one with its count: somebody examines them, the oldest first.
 * An hour is told once it is over, so that a burst writes one letter an hour with all that came in it.
 */
export function planHeldRequests(held: readonly Pick<RequestToPlan, "row" | "receivedAt">[]): Obligation[] {
  const hours = new Map<number, (typeof held)[number][]>();
  for (const one of held.toSorted((a, b) => a.receivedAt - b.receivedAt)) {
    const hour = Math.floor(one.receivedAt / HOUR_MS);
    hours.set(hour, [...(hours.get(hour) ?? []), one]);
  }
  return [...hours].flatMap(([hour, [oldest, ...others]]) => {
    if (!oldest) return [];
    const row = { ...oldest.row, path: "/rights-requests?view=held" };
    return obligationOf(row, "rights-request.held", since(oldest.receivedAt), {
      part: new Date(hour * HOUR_MS).toISOString(),
      about: String(others.length + 1),
      tellFrom: (hour + 1) * HOUR_MS,
    });
  });
}

/** Set aside as none of ours, or closed while something of it was not done: neither is its doing. */
function endOf({ state, closedAt, changedAt, setAside }: RequestFile): End | null {
  if (state === "closed" && setAside !== null) return { at: setAside.at, ending: "set-aside" };
  if (state === "closed") return closedAt === null ? null : { at: closedAt, ending: "left" };
  return state === "not-ours" && changedAt !== null ? { at: changedAt, ending: "set-aside" } : null;
}
type End = { at: number; ending: Ending };

function planWhose({ row, receivedAt, file, relay }: RequestToPlan): Obligation[] {
  if (file.lodged !== null) return [];
  if (file.controllerId === null) return [obligationOf(row, "rights-request.place", since(receivedAt))];
  const due = relay.basis === "contract" ? atInstant(relay.endsAt) : since(relay.since);
  return [obligationOf(row, "rights-request.relay", due, { doneAt: relayedAt(file) })];
}

/** Until the person is answered, 12(3), or could not be reached: by the controller, or by its processor where it instructs so. */
function planAnswer({ row, file, clocks, clock, zone, clear }: RequestToPlan): Obligation[] {
  const done: Pick<Obligation, "doneAt" | "ending"> =
    file.notReached === null
      ? { doneAt: answeredAt(file), ending: "met" }
      : { doneAt: file.notReached.at, ending: "not-reached" };
  // Counts, where no law that applies for sure sets a term, the stricter of an unanswered question is shown as such.
  const counted = clock ?? clocks[0];
  return [
    ...(counted === undefined
      ? []
      : [
          obligationOf(
            row,
            kindOf(file, counted),
            { type: "day", day: answerDue(counted, file).lastDay, zone },
            done,
          ),
        ]),
    ...(clear === null
      ? []
      : [
          obligationOf(row, "rights-request.clear-days", onDay(clear.lastDay), { doneAt: rectifiedAt(file) }),
        ]),
  ];
}

/** An answer that the controller instructed its processor to give is the processor's own task. */
function kindOf({ decision }: RequestFile, { law, open }: AnswerClock): ObligationKind {
  if (decision === "execute-and-answer") return "rights-request.reply";
  return open === null ? KIND_OF[law] : "rights-request.answer-presumed";
}

/** Names each law's own provision; those that set no term never come here. */
const KIND_OF: Record<DataLaw, ObligationKind> = {
  gdpr: "rights-request.answer",
  "french-1978": "rights-request.answer",
  "uk-gdpr": "rights-request.answer-uk",
  "swiss-fadp": "rights-request.answer-swiss",
  "law-09-08": "rights-request.clear-days",
  other: "rights-request.answer-presumed",
};

function planExecution({ row, file }: RequestToPlan): Obligation[] {
  const { instructed, refused, decision, confirmed } = file;
  if (!instructed || refused !== null || decision === "refuse") return [];
  return [
    obligationOf(row, "rights-request.execute", since(instructed.at), { doneAt: confirmed?.at ?? null }),
  ];
}
