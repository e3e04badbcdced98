import type { ControllerClock, RelayClock } from "./clocks";
import { answerDue, answeredAt } from "./clock-verdicts";
import { isRefused, type RequestFile } from "./file";
import { isOpen } from "./lifecycle";
import { relayStatus, type RelayState } from "./relay-status";

/** Names what can be said of a request's relay and answer by their dates; a request may have none of them, or several. */
export const TIMELINESS = [
  "relayed-in-time",
  /** Passed on after the agreed term, or not yet though it has ended. */
  "relayed-late",
  /** Passed on where no term was agreed. */
  "relayed-no-term",
  /** The person was answered within the first month, 12(3). */
  "answered-in-month",
  /** Two months more were announced within the first, whatever became of them. */
  "extended-in-time",
  "answered-late",
  /** Neither answered nor missed: the person could not be reached, as was found within the period. */
  "not-reached",
  /** Found after the period had ended without an answer. */
  "not-reached-late",
  /** By the controller, 12(4) and 12(5). */
  "refused",
  /** Carried out, refused or closed, and no answer to the person is known. */
  "answer-unknown",
  /** Awaits its answer past the date that is relied on. */
  "overdue",
] as const;
export type Timeliness = (typeof TIMELINESS)[number];

type Dated = { file: RequestFile; relay: RelayClock; clock: ControllerClock | null };

const OF_RELAY: Partial<Record<RelayState, Timeliness>> = {
  "relayed-in-time": "relayed-in-time",
  "relayed-late": "relayed-late",
  late: "relayed-late",
  relayed: "relayed-no-term",
};

/** Judges a request at an instant, in the order of the list. While its controller is unknown nothing is judged, and no answer where no law sets a term. */
export function timelinessOf({ file, relay, clock }: Dated, now: number): Timeliness[] {
  if (file.controllerId === null) return [];
  const relayed = OF_RELAY[relayStatus(file, relay, now).state];
  const answered = clock ? answerOf(file, clock, now) : file.notReached ? (["not-reached"] as const) : [];
  const holds = new Set<Timeliness | undefined>([relayed, ...answered]);
  return TIMELINESS.filter((code) => holds.has(code));
}

function answerOf(file: RequestFile, clock: ControllerClock, now: number): Timeliness[] {
  const { month, extension } = clock;
  const answered = answeredAt(file);
  const { endsAt } = answerDue(clock, file);
  const tried = file.notReached?.at ?? null;
  const isEnded = file.state === "confirmed" || file.state === "refused" || file.state === "closed";
  return [
    ...(answered !== null && answered <= month.endsAt ? (["answered-in-month"] as const) : []),
    ...(extension.status === "in-time" ? (["extended-in-time"] as const) : []),
    ...(answered !== null && answered > endsAt ? (["answered-late"] as const) : []),
    ...(tried !== null ? [tried <= endsAt ? ("not-reached" as const) : ("not-reached-late" as const)] : []),
    ...(isRefused(file) ? (["refused"] as const) : []),
    ...(answered === null && tried === null && isEnded ? (["answer-unknown"] as const) : []),
    ...(answered === null && tried === null && isOpen(file.state) && now > endsAt
      ? (["overdue"] as const)
      : []),
  ];
}
