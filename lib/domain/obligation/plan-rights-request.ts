import {
  answerDue,
  answeredAt,
  rectifiedAt,
  type RequestClocks,
} from "@/lib/domain/rights-request/clock-verdicts";
import type { AnswerClock } from "@/lib/domain/rights-request/answer-clocks";
import type { RequestFile } from "@/lib/domain/rights-request/file";
import { relayedAt } from "@/lib/domain/rights-request/relay-status";
import type { DataLaw } from "@/lib/domain/statute/applicable-laws";
import type { Zone } from "@/lib/domain/time/zones";
import {
  atInstant,
  type Obligation,
  type ObligationKind,
  obligationOf,
  onDay,
  type Row,
  since,
} from "./types";

export type RequestToPlan = RequestClocks & { row: Row; receivedAt: number; zone: Zone };

/** Dates of one request: whose it is, its relay, the controller's month, ten clear days, what is to be executed. */
export function planRightsRequest(it: RequestToPlan): Obligation[] {
  const { file, row } = it;
  const endedAt = endOf(file);
  const planned = [...planWhose(it), ...planAnswer(it), ...planExecution(it)];
  return planned.map((obligation) =>
    obligation.doneAt === null && endedAt !== null
      ? { ...obligation, doneAt: endedAt, ending: "void" as const, path: row.path }
      : obligation,
  );
}

/**
 * Plans those that came in a burst as one: somebody examines them, the oldest first. None is recalled by itself, so that a
 * burst writes one letter and not one for each.
 */
export function planHeldRequests(held: readonly Pick<RequestToPlan, "row" | "receivedAt">[]): Obligation[] {
  const [oldest] = held.toSorted((one, other) => one.receivedAt - other.receivedAt);
  if (!oldest) return [];
  const row = { ...oldest.row, path: "/rights-requests?view=held" };
  return [obligationOf(row, "rights-request.held", since(oldest.receivedAt))];
}

/** A request that is nobody's, or closed, is owed no more. */
function endOf(file: RequestFile): number | null {
  if (file.state === "closed") return file.closedAt;
  return file.state === "not-ours" ? file.changedAt : null;
}

function planWhose({ row, receivedAt, file, relay }: RequestToPlan): Obligation[] {
  if (file.lodged !== null) return [];
  if (file.controllerId === null) return [obligationOf(row, "rights-request.place", since(receivedAt))];
  const due = relay.basis === "contract" ? atInstant(relay.endsAt) : since(relay.since);
  return [obligationOf(row, "rights-request.relay", due, { doneAt: relayedAt(file) })];
}

/** Until the person is answered, 12(3): by the controller, or by its processor where it instructs so. */
function planAnswer({ row, file, clocks, clock, zone, clear }: RequestToPlan): Obligation[] {
  const done = { doneAt: answeredAt(file) };
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
  const { instructed, decision, confirmed } = file;
  if (!instructed || decision === "refuse") return [];
  return [
    obligationOf(row, "rights-request.execute", since(instructed.at), { doneAt: confirmed?.at ?? null }),
  ];
}
