import { z } from "zod";
import {
  ANSWER_CONTENTS,
  ANSWER_MEANS,
  ANSWERERS,
  DECISIONS,
  FACT_KINDS,
  IMPOSSIBLE_REASONS,
  NOT_OURS,
  REFUSAL_GROUNDS,
  RELAY_MEANS,
  TASK_KINDS,
  TASK_OUTCOMES,
  TRIES,
  type FactKind,
} from "@/lib/domain/rights-request/facts";
import { BESIDE_EVENTS } from "@/lib/domain/rights-request/lifecycle";
import { CHANNELS, NARROWINGS, RIGHTS, STOP_EXTENTS } from "@/lib/domain/rights-request/rights";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantAt } from "@/lib/domain/time/zones";
import { checkTypedTimes, STOP_TIMES_FIELDS, TIMES_READ, typedTimes } from "@/lib/forms/stop-times-fields";
import { TIMES_ANSWERS } from "@/lib/domain/rights-request/times-asked";
import { beside, onClock, whenRead } from "@/lib/forms/when-read";
import { blankAsNull, count, line, several, text, ticked } from "@/lib/forms/typed-fields";

const day = z.string().trim().refine(isCalendarDay, "day");
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid");
const someId = blankAsNull(z.uuid().nullable()).default(null);

const codeOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  blankAsNull(z.enum(codes).nullable()).default(null);

/** Receipt, by the clock of Casablanca, with as little of the person as an answer needs. */
export const requestReceiveSchema = z
  .object({
    rights: z.preprocess(several, z.array(z.enum(RIGHTS)).min(1, "required")),
    channel: z.enum(CHANNELS, "required"),
    on: day,
    time,
    name: text(200),
    contact: text(200),
    words: text(4000),
    clue: line,
    controllerId: someId,
    isIdentityDoubted: ticked,
    /** Kept as it is, though a part of the contact is read neither as a number nor as an address. */
    isContactMeant: ticked,
    /** Asked where the words of an objection for a named controller name times. */
    timesAnswer: codeOf(TIMES_ANSWERS),
  })
  .superRefine(...onClock({ day: "on", time: "time" }))
  .transform(({ on, time: hour, ...typed }) => ({ ...typed, at: instantAt("Africa/Casablanca", on, hour) }));
export type RequestReceive = z.output<typeof requestReceiveSchema>;

/** Events that a person records; erasing, lodging and reading a number have verbs of their own. */
export const RECORDED_KINDS = FACT_KINDS.filter((kind) => kind !== "erased" && !BESIDE_EVENTS.includes(kind));

/** Events of which each field is needed: without it they say nothing. */
const NEEDED_OF = {
  controllerId: ["placed"],
  means: ["relayed", "confirmed"],
  decision: ["instructed"],
  basis: ["instructed"],
  ground: ["refused"],
  cause: ["not-ours"],
  taskId: ["task-answered"],
  outcome: ["task-answered"],
  answeredBy: ["answered"],
  answerMeans: ["answered"],
  answer: ["answered"],
  triedBy: ["not-reached"],
} as const satisfies Record<string, readonly FactKind[]>;

function needed<Field extends keyof typeof NEEDED_OF>(field: Field) {
  const kinds: readonly FactKind[] = NEEDED_OF[field];
  const test = (typed: { kind: FactKind } & Record<Field, string | null>) =>
    !kinds.includes(typed.kind) || typed[field] !== null;
  return [test, beside(field, ["kind"])] as const;
}

/** Basis of an instruction: an entry of the ledger, or the contract that instructs beforehand. */
export const CONTRACT_BASIS = "contract";

/** Signs of a reason that says who did what, and how: fewer say nothing. */
const LEAST_REASON = 10;

type Extent = { stops: string; stopPurpose: string } & Parameters<typeof typedTimes>[0];

function isNarrowed(typed: Extent): boolean {
  return typed.stops !== "everything" || typed.stopPurpose !== "" || typedTimes(typed) !== null;
}

export const requestEventSchema = z
  .object({
    id: z.uuid(),
    /** The number of the last fact that was read. */
    version: z.coerce.number().int().min(0).max(100_000),
    kind: z.enum(RECORDED_KINDS as [FactKind, ...FactKind[]]),
    on: day,
    time,
    controllerId: someId,
    /** Extent of a request that ends calls or messages, as the words say, and why it is narrowed. */
    stops: z.enum(STOP_EXTENTS).default("everything"),
    narrowedBy: codeOf(NARROWINGS),
    stopPurpose: text(300),
    ...STOP_TIMES_FIELDS,
    /** Places, in the list of what may be the person's, of those that are not. */
    dropped: z.preprocess(several, z.array(z.coerce.number().int().min(0).max(200)).max(200, "tooMany")),
    /** Tells who says that they are not the person’s, and how. */
    droppedReason: text(1000),
    means: codeOf(RELAY_MEANS),
    decision: codeOf(DECISIONS),
    basis: blankAsNull(z.union([z.literal(CONTRACT_BASIS), z.uuid()]).nullable()).default(null),
    instructionReason: text(1000),
    ground: codeOf(REFUSAL_GROUNDS),
    cause: codeOf(NOT_OURS),
    /** Keys of the lines that the register proposes. */
    tasks: z.preprocess(several, z.array(z.string().max(1100)).max(200, "tooMany")),
    /** A line that the register does not name. */
    taskKind: codeOf(TASK_KINDS),
    taskName: line,
    taskId: someId,
    outcome: codeOf(TASK_OUTCOMES),
    /** Reason of an impossible line, which the controller has to know, 12(4). */
    reason: codeOf(IMPOSSIBLE_REASONS),
    documentId: someId,
    answeredBy: codeOf(ANSWERERS),
    answerMeans: codeOf(ANSWER_MEANS),
    answer: codeOf(ANSWER_CONTENTS),
    triedBy: codeOf(ANSWERERS),
    tried: z.preprocess(several, z.array(z.enum(TRIES)).max(TRIES.length, "tooMany")),
    notReachedReason: text(1000),
    /** Its words are meant though they seem to be of another language than the letter's. */
    isLanguageMeant: ticked,
    /** Text of an answer by e-mail to the person: sealed with the letter, and in no fact. */
    words: text(4000),
  })
  .superRefine(
    (typed, context) => {
      if (typed.kind === "placed") checkTypedTimes(typed, context);
    },
    whenRead("kind", ...TIMES_READ),
  )
  .superRefine(...onClock({ day: "on", time: "time" }))
  .refine(...needed("controllerId"))
  .refine(...needed("means"))
  .refine(...needed("decision"))
  .refine(...needed("basis"))
  .refine(...needed("ground"))
  .refine(...needed("cause"))
  .refine(...needed("taskId"))
  .refine(...needed("outcome"))
  .refine(...needed("answeredBy"))
  .refine(...needed("answerMeans"))
  .refine(...needed("answer"))
  .refine(...needed("triedBy"))
  .refine(
    (typed) => typed.kind !== "placed" || !isNarrowed(typed) || typed.narrowedBy !== null,
    beside("narrowedBy", ["kind", "stops", "stopPurpose", ...Object.keys(STOP_TIMES_FIELDS)]),
  )
  .refine(
    ({ kind, dropped, droppedReason }) =>
      kind !== "placed" || dropped.length === 0 || droppedReason.length >= LEAST_REASON,
    beside("droppedReason", ["kind", "dropped"], "rights-request.droppedReason"),
  )
  .refine(({ kind, tried }) => kind !== "not-reached" || tried.length > 0, beside("tried", ["kind"]))
  .refine(
    ({ kind, notReachedReason }) => kind !== "not-reached" || notReachedReason.length >= LEAST_REASON,
    beside("notReachedReason", ["kind"], "rights-request.notReachedReason"),
  )
  .refine(
    ({ kind, tasks, taskName }) => kind !== "task-added" || tasks.length > 0 || taskName !== "",
    beside("taskName", ["kind", "tasks"]),
  )
  .refine(
    ({ kind, taskName, taskKind }) => kind !== "task-added" || taskName === "" || taskKind !== null,
    beside("taskKind", ["kind", "taskName"]),
  )
  .refine(
    ({ kind, outcome, reason }) => kind !== "task-answered" || outcome !== "impossible" || reason !== null,
    beside("reason", ["kind", "outcome"]),
  )
  .refine(
    ({ kind, answerMeans, words }) => kind !== "answered" || answerMeans !== "letter" || words !== "",
    beside("words", ["kind", "answerMeans"]),
  )
  .transform(({ on, time: hour, ...typed }) => ({
    ...typed,
    times: typedTimes(typed),
    at: instantAt("Africa/Casablanca", on, hour),
  }));
export type RequestEvent = z.output<typeof requestEventSchema>;

/** Both readings of a number may be the person's. */
export const EVERY_READING = "every";

export const numberReadSchema = z
  .object({
    id: z.uuid(),
    /** Place of the written number among those that the request names. */
    place: z.coerce.number().int().min(0).max(1000),
    /** Number in E.164 as which it is read. */
    reading: z.union([z.literal(EVERY_READING), z.string().regex(/^\+\d{6,15}$/, "invalid")]),
    /** Says who confirmed it and how, 5(2): a refusal under the other numbers is taken back on it. */
    reason: text(1000),
  })
  .refine(
    ({ reading, reason }) => reading === EVERY_READING || reason.length >= LEAST_REASON,
    beside("reason", ["reading"], "rights-request.readingReason"),
  );
export type NumberRead = z.output<typeof numberReadSchema>;

export const stopAnswerSchema = z
  .object({
    id: z.uuid(),
    answer: z.enum(["stop-meant", "stop-not-meant"]),
    /** Says who read the words and why they ask for none: what is held is let go on it, 5(2). */
    reason: text(1000),
  })
  .refine(
    ({ answer, reason }) => answer !== "stop-not-meant" || reason.length >= LEAST_REASON,
    beside("reason", ["answer"], "rights-request.stopReason"),
  );
export type StopAnswer = z.output<typeof stopAnswerSchema>;

export const sameRequestSchema = z.object({
  id: z.uuid(),
  /** The earlier request that this one may be again. */
  sameAs: z.uuid(),
  answer: z.enum(["same", "other"]),
});
export type SameRequest = z.output<typeof sameRequestSchema>;

export const requestEraseSchema = z.object({ id: z.uuid() });
export type RequestErase = z.output<typeof requestEraseSchema>;

export const retentionRuleSchema = z.object({
  /** 0 while there is no rule. */
  version: z.coerce.number().int().min(0).max(1_000_000),
  retentionMonths: count(z.number("number").int("number").min(0, "number").max(120, "number")),
});
export type RetentionRule = z.output<typeof retentionRuleSchema>;

export const requestExportSchema = z.object({
  format: z.enum(["csv", "xlsx", "json"]),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});
export type RequestExport = z.output<typeof requestExportSchema>;
