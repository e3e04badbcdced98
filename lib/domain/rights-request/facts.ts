import { z } from "zod";
import { statedTimesSchema } from "@/lib/domain/choice/stop-times";
import { NARROWINGS, STOP_EXTENTS } from "./rights";

/** Decisions that the controller may instruct, or its contract beforehand. */
export const DECISIONS = ["execute", "execute-and-answer", "refuse"] as const;
export type Decision = (typeof DECISIONS)[number];

/** Causes for which a request is set aside; "withdrawn" by its person. */
export const NOT_OURS = ["no-client", "no-data", "duplicate", "no-request", "withdrawn"] as const;
export type SetAsideCause = (typeof NOT_OURS)[number];

export const TASK_KINDS = ["system", "sub-processor"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_OUTCOMES = ["done", "none-held", "impossible"] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

/** Reasons for which a line cannot be executed; what the law keeps stays with the controller to decide, 17(3), 12(4). */
export const IMPOSSIBLE_REASONS = [
  "kept-by-law",
  "legal-claims",
  "not-identified",
  "technical",
  "no-reply",
  "other",
] as const;
export type ImpossibleReason = (typeof IMPOSSIBLE_REASONS)[number];

export const RELAY_MEANS = ["letter", "telephone", "elsewhere"] as const;

/** Grounds of a refusal: the law asks the controller for its reasons, 12(4) and 12(5). */
export const REFUSAL_GROUNDS = [
  "identity",
  "unfounded",
  "excessive",
  "legal-obligation",
  "legal-claims",
  "other-exception",
] as const;

/** Party that answered the person: the controller, or its processor on its instruction, 28(3)(a). */
export const ANSWERERS = ["controller", "processor"] as const;
/** Ways in which the person was answered; "letter" is an e-mail of the outbox. */
export const ANSWER_MEANS = ["letter", "e-mail", "post", "telephone", "in-person"] as const;
/** Content of an answer: the action taken, 12(3), or that none is, with the reasons, 12(4). */
export const ANSWER_CONTENTS = ["action-taken", "refused"] as const;

/** Ways in which the person was tried, or that no address of it was ever given; "letter" is an e-mail of the outbox that came back. */
export const TRIES = ["no-address", ...ANSWER_MEANS] as const;

export const FACT_KINDS = [
  "placed",
  "number-doubted",
  "number-read",
  "stop-doubted",
  "stop-meant",
  "stop-not-meant",
  "joined",
  "kept-apart",
  "received-again",
  "lodged",
  "relayed",
  "controller-received",
  "identity-doubted",
  "identity-confirmed",
  "extension-announced",
  "instructed",
  "started",
  "task-added",
  "task-answered",
  "confirmed",
  "refused",
  "answered",
  "not-reached",
  "not-ours",
  "reopened",
  "closed",
  "erased",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Gives one shape for all kinds: each reads what is its own. Codes and ids, so that no fact names the person. */
export const factValueSchema = z.object({
  controllerId: z.uuid().optional(),
  /** Source that named the controller: campaign, number, name, by hand. */
  foundBy: z.string().max(40).optional(),
  means: z.enum(RELAY_MEANS).optional(),
  /** Letters of a relay, of a confirmation, or of an answer. */
  letterIds: z.array(z.uuid()).max(200).optional(),
  /** Letters that tell the controller of a fact that is so whether they left or not: its request is set aside, or the person could not be reached. Empty where it has no address. */
  tellingIds: z.array(z.uuid()).max(200).optional(),
  /** Letter that tells the person, whom the processor was to answer, that its withdrawal is noted. Empty where no e-mail address of it is known. */
  personTellingIds: z.array(z.uuid()).max(1).optional(),
  decision: z.enum(DECISIONS).optional(),
  /** Entry of the ledger of instructions. */
  instructionId: z.uuid().optional(),
  /** Written reason for which it is executed though it is not examined, or about something else; it names no person. */
  instructionReason: z.string().min(1).max(1000).optional(),
  /** Contract that instructs beforehand. */
  contractId: z.uuid().optional(),
  ground: z.enum(REFUSAL_GROUNDS).optional(),
  cause: z.enum(NOT_OURS).optional(),
  task: z
    .object({
      kind: z.enum(TASK_KINDS),
      name: z.string().min(1).max(1000),
      subProcessorId: z.uuid().nullable(),
      /** Entries of the register that name it. */
      recordIds: z.array(z.uuid()).max(500),
    })
    .optional(),
  /** The fact by which a task was added. */
  taskId: z.uuid().optional(),
  outcome: z.enum(TASK_OUTCOMES).optional(),
  /** Stated of an impossible line alone. */
  reason: z.enum(IMPOSSIBLE_REASONS).optional(),
  answeredBy: z.enum(ANSWERERS).optional(),
  answerMeans: z.enum(ANSWER_MEANS).optional(),
  answer: z.enum(ANSWER_CONTENTS).optional(),
  /** Party that could not reach the person, what was tried, and why it failed: the reason names no person. */
  triedBy: z.enum(ANSWERERS).optional(),
  tried: z.array(z.enum(TRIES)).min(1).max(TRIES.length).optional(),
  notReachedReason: z.string().min(1).max(1000).optional(),
  documentId: z.uuid().optional(),
  /** Extent of an objection as it was placed, and why it is less than everything; absent of facts of before, which ended all. */
  stops: z.enum(STOP_EXTENTS).optional(),
  narrowedBy: z.enum(NARROWINGS).optional(),
  /** Purpose that alone it ends, as a campaign of its controller names it; absent where it ends every one. */
  stopPurpose: z.string().min(1).max(300).optional(),
  /** Times at which alone it ends contact; absent where it does at any. */
  stopTimes: statedTimesSchema.optional(),
  /** Places, from 0, in the list of what may be the person's, of those that are not. */
  dropped: z.array(z.number().int().min(0)).max(200).optional(),
  /** Reason for which they are not: it names no person. Absent of facts of before. */
  droppedReason: z.string().min(1).max(1000).optional(),
  /** Place, from 0, of the written number among those that the request names, and the countries, ISO 3166, by which it is read. */
  numberPlace: z.number().int().min(0).max(1000).optional(),
  readAs: z.array(z.string().length(2)).max(50).optional(),
  /** Reason for which one reading of a number, or of the words, was chosen: who confirmed it and how; it names no person. Absent of facts of before. */
  readingReason: z.string().min(1).max(1000).optional(),
  /** Request that is the same one, or is another in spite of person and right; of the first one, the later receipt that was joined to it. */
  sameAs: z.uuid().optional(),
  /** Requests of the same person that a lodged one is not again, as its controller said. */
  apartFrom: z.array(z.uuid()).max(100).optional(),
  /** Countries of every reading among which a person chose. */
  readAmong: z.array(z.string().length(2)).max(50).optional(),
});
export type FactValue = z.output<typeof factValueSchema>;

export type Fact = {
  id: string;
  /** The order in which facts of a request were recorded. */
  number: number;
  kind: FactKind;
  value: FactValue;
  at: number;
  recordedAt: number;
  authorName: string;
};
