import { z } from "zod";

/** Decisions that the controller may instruct, or its contract beforehand. */
export const DECISIONS = ["execute", "execute-and-answer", "refuse"] as const;
export type Decision = (typeof DECISIONS)[number];

export const NOT_OURS = ["no-client", "no-data", "duplicate", "no-request"] as const;

export const TASK_KINDS = ["system", "sub-processor"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_OUTCOMES = ["done", "none-held", "impossible"] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

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

export const FACT_KINDS = [
  "placed",
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
  "not-ours",
  "reopened",
  "closed",
  "erased",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Gives one shape for all kinds: each reads what is its own. Codes and ids alone, so that no fact names the person. */
export const factValueSchema = z.object({
  controllerId: z.uuid().optional(),
  /** Source that named the controller: campaign, number, name, by hand. */
  foundBy: z.string().max(40).optional(),
  means: z.enum(RELAY_MEANS).optional(),
  /** Letters of a relay, of a confirmation, or of an answer. */
  letterIds: z.array(z.uuid()).max(200).optional(),
  decision: z.enum(DECISIONS).optional(),
  /** Entry of the ledger of instructions. */
  instructionId: z.uuid().optional(),
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
  answeredBy: z.enum(ANSWERERS).optional(),
  answerMeans: z.enum(ANSWER_MEANS).optional(),
  answer: z.enum(ANSWER_CONTENTS).optional(),
  documentId: z.uuid().optional(),
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
