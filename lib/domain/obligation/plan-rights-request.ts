import type { ControllerClock, RelayClock } from "@/lib/domain/rights-request/clocks";
import type { RequestFile } from "@/lib/domain/rights-request/file";
import type { ClearPeriod } from "@/lib/domain/rights-request/periods";
import type { Zone } from "@/lib/domain/time/zones";
import { atInstant, type Obligation, obligationOf, onDay, type Row, since } from "./types";

export type RequestToPlan = {
  row: Row;
  receivedAt: number;
  file: RequestFile;
  relay: RelayClock;
  /** The controller's month, on its own calendar; null while it is unknown whose it is. */
  clock: ControllerClock | null;
  zone: Zone;
  /** Law 09-08, art. 8; null where it does not apply. */
  clear: ClearPeriod | null;
};

/** Dates of one request: whose it is, its relay, the controller's month, ten clear days, what is to be executed. */
export function planRightsRequest(it: RequestToPlan): Obligation[] {
  const { file, row } = it;
  const endedAt = endOf(file);
  const planned = [...planWhose(it), ...planAnswer(it), ...planExecution(it)];
  return planned.map((obligation) =>
    obligation.doneAt === null && endedAt !== null
      ? { ...obligation, doneAt: endedAt, isWithdrawn: true, path: row.path }
      : obligation,
  );
}

/** A request that is nobody's, or closed, is owed no more. */
function endOf(file: RequestFile): number | null {
  if (file.state === "closed") return file.closedAt;
  return file.state === "not-ours" ? file.changedAt : null;
}

function planWhose({ row, receivedAt, file, relay }: RequestToPlan): Obligation[] {
  if (file.controllerId === null) return [obligationOf(row, "rights-request.place", since(receivedAt))];
  const due = relay.basis === "contract" ? atInstant(relay.endsAt) : since(relay.since);
  // A contract that instructs beforehand leaves nothing to relay.
  const met = file.relayed ?? file.instructed;
  return [obligationOf(row, "rights-request.relay", due, { doneAt: met?.at ?? null })];
}

/** The controller answers; what it instructs or refuses reaches the person through it, until it is confirmed here. */
function planAnswer({ row, file, clock, zone, clear }: RequestToPlan): Obligation[] {
  const answeredAt = file.confirmed?.at ?? file.refused?.at ?? null;
  const done = { doneAt: answeredAt };
  return [
    ...(clock === null
      ? []
      : [obligationOf(row, "rights-request.answer", { type: "day", day: clock.due.lastDay, zone }, done)]),
    ...(clear === null ? [] : [obligationOf(row, "rights-request.clear-days", onDay(clear.lastDay), done)]),
  ];
}

function planExecution({ row, file }: RequestToPlan): Obligation[] {
  const { instructed, decision, confirmed } = file;
  if (!instructed || decision === "refuse") return [];
  return [
    obligationOf(row, "rights-request.execute", since(instructed.at), { doneAt: confirmed?.at ?? null }),
  ];
}
