import { z } from "zod";
import { LINE_ANSWERS, WRITTEN_MEANS } from "@/lib/domain/contract-end/answers";
import { RUN_EVENTS } from "@/lib/domain/contract-end/lifecycle";
import { ADDED_KINDS } from "@/lib/domain/contract-end/types";
import { line, several, version } from "@/lib/forms/typed-fields";

const words = z.string().trim().max(2000, "tooLong").default("");
/** Required days depend on the answer's table. */
const day = z.string().trim().max(20).default("");

export const endBeginSchema = z.object({
  contractId: z.uuid(),
  recordIds: z.preprocess(several, z.array(z.uuid()).max(500, "tooMany")),
});

export const evidenceSchema = z.object({
  name: line,
  on: day,
  by: line,
  means: z.union([z.literal(""), z.enum(WRITTEN_MEANS)]).default(""),
  recipient: line,
  note: words,
  purgeOn: day,
  lawOf: z.string().trim().max(2).default(""),
  law: line,
  untilOn: day,
  data: words,
});

export const lineFieldsSchema = evidenceSchema.extend({ answer: z.enum(LINE_ANSWERS, "required") });

export const lineAnswerSchema = lineFieldsSchema
  .extend({ id: z.uuid(), version })
  .transform(({ id, version, answer, ...evidence }) => ({ id, version, answer, evidence }));

export const lineAddSchema = z.object({
  id: z.uuid(),
  kind: z.enum(ADDED_KINDS, "required"),
  title: z.string().trim().min(1, "required").max(300, "tooLong"),
});

export const linesDrawSchema = z.object({ id: z.uuid() });

/** `on` is the contract's end, required only where it has not ended. */
export const endCloseSchema = z.object({ id: z.uuid(), version, on: day });

export const runEventSchema = z.object({
  id: z.uuid(),
  version,
  event: z.enum(RUN_EVENTS).exclude(["close"]),
  reason: words,
});

export type EndBegin = z.output<typeof endBeginSchema>;
export type LineAnswerInput = z.output<typeof lineAnswerSchema>;
export type LineAdd = z.output<typeof lineAddSchema>;
export type EndClose = z.output<typeof endCloseSchema>;
export type RunEventInput = z.output<typeof runEventSchema>;
