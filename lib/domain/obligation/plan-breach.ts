import type { Informed } from "@/lib/domain/breach/clocks";
import { contractualDeadline, controllerAwareAt, provenAwareAt } from "@/lib/domain/breach/clocks";
import { noticeVerdict, type NoticeTerms } from "@/lib/domain/breach/deadlines";
import type { Escalation } from "@/lib/domain/breach/escalation";
import { judgementOf, type BreachFile, type Place } from "@/lib/domain/breach/file";
import { oldestNews } from "@/lib/domain/breach/news";
import {
  isToldWrongly,
  lastTellingAt,
  rectificationOf,
  standingNotices,
  takenBack,
  waitingRectification,
  type BreachCall,
  type SentNotice,
} from "@/lib/domain/breach/rectification";
import { upstreamClock, type AgreedVersion } from "@/lib/domain/breach/upstream";
import { unknownOf } from "@/lib/domain/breach/notice";
import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import {
  atInstant,
  type Due,
  type Ending,
  type Obligation,
  type ObligationKind,
  obligationOf,
  type Row,
  since,
} from "./types";

/** A notice that was issued to one controller. */
export type IssuedNotice = SentNotice & {
  lateReason: string;
  content: NoticeContent;
};

/** A controller's place in the breach, with what is agreed with it and what it was told. */
export type PartToPlan = {
  id: string;
  controller: { id: string; name: string };
  place: Place;
  /** A person confirmed once that it is affected. */
  wasConfirmed: boolean;
  terms: NoticeTerms | null;
  /** Hours of the organisation's own threshold on the day of awareness. */
  ownHours: number;
  informed: readonly Informed[];
  /** In the order of their numbers. */
  notices: readonly IssuedNotice[];
  calls: readonly BreachCall[];
  /** Names the next recipient of the last notice. */
  next: Escalation;
  /** Grows with each fact, notice and change of contract of this controller. */
  version: number;
  changedAt: number;
};

export type BreachToPlan = {
  row: Row;
  isDrill: boolean;
  begunAt: number;
  file: BreachFile;
  /** Contract of the sub-processor that told us, in force on the day of its awareness. */
  upstream: Pick<AgreedVersion, "hours"> | null;
  parts: readonly PartToPlan[];
};

/** Kinds whose clock runs on every page until they are met. */
export const RUNNING_KINDS: readonly ObligationKind[] = [
  "breach.investigate",
  "breach.controllers",
  "breach.place",
  "breach.tell",
  "breach.tell-in-hours",
];

/** Dates of one breach, art. 33(2) to (5). Closing leaves undone what is open: each was named, and a reason given. */
export function planBreach(of: BreachToPlan): Obligation[] {
  const { file, isDrill } = of;
  const planned = [...planFile(of), ...of.parts.flatMap((part) => planPart(of, part))];
  const marked = planned.map((obligation) => ({ ...obligation, isDrill }));
  return file.closedAt === null
    ? marked
    : marked.map((obligation) => ended(obligation, file.closedAt, "left"));
}

/** Hours at which the next contact is written to, or a person calls: they end with what makes the controller aware. */
const TIMERS: readonly ObligationKind[] = ["breach.silence", "breach.call"];

/** Duties of a breach that no fact has met, art. 33(2) to (5): each is named before it is closed. */
export function openDuties(of: BreachToPlan): Obligation[] {
  return planBreach(of).filter(({ kind, doneAt }) => doneAt === null && !TIMERS.includes(kind));
}

function ended(obligation: Obligation, at: number | null, ending: Ending): Obligation {
  return obligation.doneAt === null ? { ...obligation, doneAt: at, ending } : obligation;
}

function planFile(of: BreachToPlan): Obligation[] {
  const { row, file, begunAt, parts } = of;
  const { awareAt, aware, suspectedAt } = file;
  const doubted = suspectedAt ?? begunAt;
  if (awareAt === null) return [obligationOf(row, "breach.investigate", since(doubted))];
  return [
    ...(suspectedAt === null || suspectedAt >= awareAt
      ? []
      : [met(row, "breach.investigate", since(doubted), aware?.recordedAt ?? awareAt)]),
    ...(parts.some(({ place }) => place.status !== "set-aside")
      ? []
      : [obligationOf(row, "breach.controllers", since(awareAt))]),
    ...planUpstream(of),
    planRecord(row, file, awareAt),
  ];
}

/** Between sub-processor and us: its lateness is raised with it, and what it has not said is asked. */
function planUpstream({ row, file, upstream }: BreachToPlan): Obligation[] {
  const { subProcessor, awareAt, statements } = file;
  if (!subProcessor) return [];
  const reportedAt = subProcessor.reportedAt ?? awareAt;
  const { state } = upstreamClock({ awareAt: subProcessor.awareAt, reportedAt, agreed: upstream });
  if (reportedAt === null || state === "kept" || state === "no-hours") return [];
  const answer = statements.upstream?.fact;
  return [
    {
      ...obligationOf(row, "breach.upstream", since(reportedAt), { about: subProcessor.name }),
      doneAt: answer && !answer.value.isUnknown ? answer.recordedAt : null,
    },
  ];
}

/** Facts, effects and remedy of every breach, art. 33(5). */
const RECORDED = ["what-happened", "consequences", "measures"] as const;

function planRecord(row: Row, { statements }: BreachFile, awareAt: number): Obligation {
  const facts = RECORDED.map((kind) => statements[kind]?.fact);
  const recorded = facts.flatMap((fact) => (fact?.value.text ? [fact.recordedAt] : []));
  return {
    ...obligationOf(row, "breach.record", since(awareAt)),
    doneAt: recorded.length === RECORDED.length ? Math.max(...recorded) : null,
  };
}

function planPart(of: BreachToPlan, part: PartToPlan): Obligation[] {
  const { awareAt } = of.file;
  const { place, wasConfirmed } = part;
  if (awareAt === null) return [];
  const row = rowOf(of, part);
  const deadline = deadlineOf(awareAt, part);
  const due = deadline === null ? since(awareAt) : atInstant(deadline);
  const own = { part: part.id };
  if (place.status === "proposed") return [obligationOf(row, "breach.place", due, own)];
  const placed = { ...met(row, "breach.place", due, place.fact.recordedAt), ...own };
  if (place.status === "set-aside" && !wasConfirmed) return [placed, ...planRectification(row, part)];
  const communicated = planCommunication(row, part, { awareAt, deadline, due });
  if (place.status === "set-aside")
    return [
      placed,
      ...communicated.map((of) => ended(of, place.fact.recordedAt, "set-aside")),
      ...planRectification(row, part),
    ];
  const judged = planJudgement(of, row, part);
  return [placed, ...communicated, ...judged, ...planNotices(of, row, part), ...planSilence(row, part)];
}

type Owed = { awareAt: number; deadline: number | null; due: Due };

/** Met where something proves that the controller was told. What was late owes its reasons. */
function planCommunication(row: Row, part: PartToPlan, { deadline, due }: Owed): Obligation[] {
  const informedAt = provenAwareAt(part.informed);
  const reason = part.notices.find(({ lateReason }) => lateReason !== "");
  const kind = deadline === null ? "breach.tell" : "breach.tell-in-hours";
  const communication = { ...obligationOf(row, kind, due, { part: part.id }), doneAt: informedAt };
  if (deadline === null || informedAt === null || informedAt <= deadline) return [communication];
  return [
    communication,
    {
      ...obligationOf(row, "breach.reasons", since(deadline), { part: part.id }),
      doneAt: reason?.issuedAt ?? null,
    },
  ];
}

/** Told past the own threshold where no hours were agreed: whether that was an undue delay is decided by a person. */
function planJudgement({ file }: BreachToPlan, row: Row, part: PartToPlan): Obligation[] {
  const { terms, ownHours, informed, controller } = part;
  const judgement = judgementOf(file, controller.id);
  const of = { awareAt: file.awareAt, terms, ownHours, informed };
  const told = provenAwareAt(informed);
  // The instant of now is of no account to one that was told.
  if (told === null || noticeVerdict({ ...of, judgement: null }, told).state !== "told-to-judge") return [];
  const fact = file.shares.get(controller.id)?.["delay-judged"]?.fact;
  return [
    {
      ...obligationOf(row, "breach.judge-delay", since(told), { part: part.id }),
      doneAt: judgement === null ? null : (fact?.recordedAt ?? null),
    },
  ];
}

/** Takes back what a controller that proved not to be affected was told: met by what reaches it, not by the issue of a notice. */
function planRectification(row: Row, part: PartToPlan): Obligation[] {
  const own = { part: part.id };
  const state = rectificationOf(part.place.status, part);
  const toldAt = lastTellingAt(part);
  if (toldAt === null || state === null || state === "nothing-left") return [];
  const waiting = waitingRectification(part);
  if ((state === "issued" || state === "handed-over") && waiting)
    return [obligationOf(row, "breach.rectifying-unsent", since(waiting.issuedAt), own)];
  const from = Math.max(part.place.fact.recordedAt, toldAt);
  const doneAt = isToldWrongly(state) ? null : (takenBack(part)?.at ?? null);
  return [{ ...obligationOf(row, "breach.rectify", since(from), own), doneAt }];
}

/** Notice in writing after a call; then what the last one announced or does not know, art. 33(4). */
function planNotices({ file }: BreachToPlan, row: Row, part: PartToPlan): Obligation[] {
  // Leaves out one that never reached its controller, or that was taken back: it tells nothing.
  const last = standingNotices(part).at(-1);
  const informedAt = controllerAwareAt(part.informed);
  const open = (kind: ObligationKind, at: number) => obligationOf(row, kind, since(at), { part: part.id });
  if (!last) return informedAt === null ? [] : [open("breach.notice", informedAt)];
  const news = oldestNews(file, part.controller.id, last.issuedAt);
  if (news !== null) return [open("breach.follow-up", news)];
  if (last.phase === "final") return [];
  if (unknownOf(last.content).length > 0) return [open("breach.follow-up", last.issuedAt)];
  return file.containedAt === null ? [] : [open("breach.final", Math.max(file.containedAt, last.issuedAt))];
}

/** The next contact is written to at an instant; where none is left a person calls. */
function planSilence(row: Row, { id, next }: PartToPlan): Obligation[] {
  switch (next.kind) {
    case "waiting":
      return [
        obligationOf(row, next.to === null ? "breach.call" : "breach.silence", atInstant(next.until), {
          part: id,
        }),
      ];
    case "exhausted":
      return [obligationOf(row, "breach.call", since(next.since), { part: id })];
    case "escalate":
    case "none":
      return [];
  }
}

function deadlineOf(awareAt: number, { terms }: PartToPlan): number | null {
  return terms?.hours == null ? null : contractualDeadline(awareAt, terms.hours);
}

function rowOf({ row }: BreachToPlan, { id, controller, version, changedAt }: PartToPlan): Row {
  return {
    ...row,
    controller,
    path: `/breaches/controllers/${id}`,
    version: row.version + version,
    changedAt: Math.max(row.changedAt, changedAt),
  };
}

function met(row: Row, kind: ObligationKind, due: Due, doneAt: number): Obligation {
  return obligationOf(row, kind, due, { doneAt });
}
