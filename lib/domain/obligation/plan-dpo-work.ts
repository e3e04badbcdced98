import { repeatDay } from "@/lib/domain/dpo-work/attendance";
import type { WorkKind } from "@/lib/domain/dpo-work/kinds";
import { lineStateOf, stateOf, type WorkFact } from "@/lib/domain/dpo-work/lifecycle";
import { nextReviewOn, versionOn } from "@/lib/domain/dpo-work/procedure-versions";
import { contentOf, heldOn, isGranted, lastDayOf, validUntil, type Work } from "@/lib/domain/dpo-work/status";
import {
  type Ending,
  instantOfDay,
  type Obligation,
  obligationOf,
  onDay,
  type Row,
  since,
  todayAtHome,
} from "./types";

/** A fact with the instant of its recording, in milliseconds. */
export type RecordedFact = WorkFact & { at: number };

export type WorkToPlan = Omit<Work, "facts"> & {
  row: Row;
  facts: readonly RecordedFact[];
  /** Controller that assistance is given to. */
  about: string;
  /** Instant at which a training that repeats this one was recorded as held; null while none was. */
  repeatedAt: number | null;
  /** True where article 37(7) binds the organisation itself. */
  isBound: boolean;
  /** Earliest change, since it was filed or last notified, of an entry that a filing covers. */
  changedSince: { at: number; reference: string } | null;
};

/** Dates of one document of the DPO's work. */
export function planWork(it: WorkToPlan, now: number): Obligation[] {
  return PLANNERS[it.kind](it, now);
}

const PLANNERS: Record<WorkKind, (it: WorkToPlan, now: number) => Obligation[]> = {
  "watch-item": planLines("watch-item.task", { done: "met", "not-applicable": "void" }),
  training: planTraining,
  "internal-audit": (it) => [...planAudit(it), ...planLines("internal-audit.finding", { close: "met" })(it)],
  assistance: planAssistance,
  "dpo-designation": planDesignation,
  procedure: planProcedure,
  "cndp-filing": planFiling,
};

type LineKind = "watch-item.task" | "internal-audit.finding";

/** Each line that has a day is due on it; it ends at the instant of its fact, and only some facts are its doing. */
function planLines(kind: LineKind, endings: Readonly<Record<string, Ending>>) {
  return (it: WorkToPlan): Obligation[] => {
    if (it.kind !== "watch-item" && it.kind !== "internal-audit") return [];
    const { lines } = contentOf(it, it.kind);
    return lines.flatMap(({ id, text, owner, dueOn }) => {
      if (dueOn === null) return [];
      const isOpen = lineStateOf(it.kind, it.facts, id) === "open";
      const fact = it.facts.findLast(({ part, event }) => part === id && event in endings);
      const doneAt = isOpen ? null : (fact?.at ?? null);
      const ending = (fact && endings[fact.event]) ?? "met";
      const about = owner === "" ? text : `${text} (${owner})`;
      return obligationOf(it.row, kind, onDay(dueOn), { part: id, about, doneAt, ending });
    });
  };
}

function planTraining(it: WorkToPlan): Obligation[] {
  const content = contentOf(it, "training");
  const about = { about: content.title };
  const state = stateOf(it.kind, it.facts);
  if (state === "planned") return [obligationOf(it.row, "training.hold", onDay(content.on), about)];
  const again = state === "held" ? repeatDay({ ...content, on: heldOn(it) }) : null;
  if (again === null) return [];
  return [obligationOf(it.row, "training.repeat", onDay(again), { ...about, doneAt: it.repeatedAt })];
}

function planAudit(it: WorkToPlan): Obligation[] {
  if (it.kind !== "internal-audit" || stateOf(it.kind, it.facts) !== "planned") return [];
  const { on, title } = contentOf(it, "internal-audit");
  return [obligationOf(it.row, "internal-audit.report", onDay(on), { about: title })];
}

/** No term is agreed for assistance: it is owed since it was asked for. Declined, it was not given. */
function planAssistance(it: WorkToPlan): Obligation[] {
  const { askedOn, title } = contentOf(it, "assistance");
  const state = stateOf(it.kind, it.facts);
  const answer = it.facts.findLast(({ event }) => event === "give" || event === "decline");
  const doneAt = state === "asked" ? null : (answer?.at ?? null);
  const ending = answer?.event === "decline" ? "set-aside" : "met";
  return [
    obligationOf(it.row, "assistance.give", since(instantOfDay(askedOn)), { about: title, doneAt, ending }),
  ];
}

/** Article 37(7): contact details are published, and communicated to the supervisory authority. */
function planDesignation(it: WorkToPlan): Obligation[] {
  if (!it.isBound || stateOf(it.kind, it.facts) === "ended") return [];
  const { on } = contentOf(it, "dpo-designation");
  const duties = [
    ["dpo-designation.publish", "publish"],
    ["dpo-designation.communicate", "tell-cnil"],
  ] as const;
  return duties.map(([kind, event]) => {
    const doneAt = it.facts.find((fact) => fact.event === event)?.at ?? null;
    return obligationOf(it.row, kind, since(instantOfDay(on)), { doneAt });
  });
}

function planProcedure(it: WorkToPlan, now: number): Obligation[] {
  if (stateOf(it.kind, it.facts) === "withdrawn") return [];
  const { lines, title } = contentOf(it, "procedure");
  const today = todayAtHome(now);
  const review = nextReviewOn(lines, it.facts, today);
  if (review === null) return [];
  const part = versionOn(lines, today)?.id ?? "";
  return [obligationOf(it.row, "procedure.review", onDay(review), { part, about: title })];
}

/** The receipt is awaited since the filing; a changed entry is to be notified since its change. */
function planFiling(it: WorkToPlan): Obligation[] {
  const { title } = contentOf(it, "cndp-filing");
  const state = stateOf(it.kind, it.facts);
  const filedOn = lastDayOf(it, "file");
  if (state === "filed" && filedOn !== null)
    return [obligationOf(it.row, "cndp-filing.receipt", since(instantOfDay(filedOn)), { about: title })];
  const { changedSince } = it;
  return [
    ...(changedSince === null
      ? []
      : [
          obligationOf(it.row, "cndp-filing.notify-change", since(changedSince.at), {
            about: changedSince.reference,
          }),
        ]),
    ...planLapse(it, state, title),
  ];
}

function planLapse(it: WorkToPlan, state: string, about: string): Obligation[] {
  const until = isGranted(state) ? validUntil(it) : null;
  return until === null ? [] : [obligationOf(it.row, "cndp-filing.lapse", onDay(until), { about })];
}
