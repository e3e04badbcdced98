import { z } from "zod";
import {
  ANSWER_CONTENTS,
  ANSWER_MEANS,
  ANSWERERS,
  DECISIONS,
  FACT_KINDS,
  NOT_OURS,
  REFUSAL_GROUNDS,
  RELAY_MEANS,
  TASK_KINDS,
  TASK_OUTCOMES,
  type FactKind,
} from "@/lib/domain/rights-request/facts";
import { CHANNELS, RIGHTS } from "@/lib/domain/rights-request/rights";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantAt } from "@/lib/domain/time/zones";
import { blankAsNull, count, line, several, text, ticked } from "@/lib/forms/typed-fields";

const day = z.string().trim().refine(isCalendarDay, "day");
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid");
const someId = blankAsNull(z.uuid().nullable()).default(null);

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
  })
  .transform(({ on, time: hour, ...typed }) => ({ ...typed, at: instantAt("Africa/Casablanca", on, hour) }));
export type RequestReceive = z.output<typeof requestReceiveSchema>;

/** Events that a person records; erasing and lodging have verbs of their own. */
export const RECORDED_KINDS = FACT_KINDS.filter((kind) => kind !== "erased" && kind !== "lodged");

/** Fields without which an event says nothing. */
const NEEDED: Partial<Record<FactKind, readonly string[]>> = {
  placed: ["controllerId"],
  relayed: ["means"],
  instructed: ["decision", "basis"],
  refused: ["ground"],
  "not-ours": ["cause"],
  "task-answered": ["taskId", "outcome"],
  answered: ["answeredBy", "answerMeans", "answer"],
};

const codeOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  blankAsNull(z.enum(codes).nullable()).default(null);

/** Basis of an instruction: an entry of the ledger, or the contract that instructs beforehand. */
export const CONTRACT_BASIS = "contract";

export const requestEventSchema = z
  .object({
    id: z.uuid(),
    /** The number of the last fact that was read. */
    version: z.coerce.number().int().min(0).max(100_000),
    kind: z.enum(RECORDED_KINDS as [FactKind, ...FactKind[]]),
    on: day,
    time,
    controllerId: someId,
    means: codeOf(RELAY_MEANS),
    decision: codeOf(DECISIONS),
    basis: blankAsNull(z.union([z.literal(CONTRACT_BASIS), z.uuid()]).nullable()).default(null),
    ground: codeOf(REFUSAL_GROUNDS),
    cause: codeOf(NOT_OURS),
    /** Keys of the lines that the register proposes. */
    tasks: z.preprocess(several, z.array(z.string().max(1100)).max(200, "tooMany")),
    /** A line that the register does not name. */
    taskKind: z.enum(TASK_KINDS).default("system"),
    taskName: line,
    taskId: someId,
    outcome: codeOf(TASK_OUTCOMES),
    documentId: someId,
    answeredBy: codeOf(ANSWERERS),
    answerMeans: codeOf(ANSWER_MEANS),
    answer: codeOf(ANSWER_CONTENTS),
    /** Text of an answer by e-mail to the person: sealed with the letter, and in no fact. */
    words: text(4000),
  })
  .superRefine((typed, context) => {
    const values: Record<string, unknown> = typed;
    for (const name of NEEDED[typed.kind] ?? [])
      if (values[name] === null) context.addIssue({ code: "custom", path: [name], message: "required" });
    if (typed.kind === "task-added" && typed.tasks.length === 0 && typed.taskName === "")
      context.addIssue({ code: "custom", path: ["taskName"], message: "required" });
    if (typed.kind === "answered" && typed.answerMeans === "letter" && typed.words === "")
      context.addIssue({ code: "custom", path: ["words"], message: "required" });
  })
  .transform(({ on, time: hour, ...typed }) => ({ ...typed, at: instantAt("Africa/Casablanca", on, hour) }));
export type RequestEvent = z.output<typeof requestEventSchema>;

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
