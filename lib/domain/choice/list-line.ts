import { ANSWER_STATUSES, type AnswerReason } from "./answer";
import type { ChoiceStatus } from "./choices";

/** Reasons beside the choice of the person for which a line is refused. */
const REFUSALS = [
  /** An objection waits for its controller, 21(3). */
  "pending",
  /** Attempts within thirty days are as many as law or house allow, D223-9. */
  "frequency",
  /** Law or house leave no hour of that day open. */
  "closedDay",
  /** The house relies on no consent that old. */
  "houseConsent",
  /** Another rule of the law forbids the call or the message, whose sector may not write for example, L223-8. */
  "forbidden",
  /** Each campaign that runs for the client may not call or write that day, its instruction withdrawn for example, 28(3)(a). */
  "campaignBarred",
  /** A message without consent or sale, L34-5 CPCE; or whose campaign lacks a condition of the sale, or leaves one unknown. */
  "noConsent",
  "saleUnmet",
  "saleUnknown",
] as const;

/** Reasons beside the choice of the person that leave a doubt. */
const DOUBTS = [
  /** Words of a request that may be an objection, which nobody has read yet, 21(2). */
  "pendingDoubt",
  /** A number of another country, whose law on calls is not judged here. */
  "abroad",
  /** A rule of law or house of which a fact is unknown. */
  "ruleDoubt",
  /** No campaign that runs for the client is free of doubt that day. */
  "campaignDoubt",
] as const;

/** A message that the sale of its campaign allows without consent, L34-5 CPCE. */
const PERMITS = ["sale"] as const;

/** Reasons for which a line is not read. */
const FAULTS = ["noNumber", "notNumber", "ambiguousNumber", "otherCountry"] as const;

/** Answers of one line of a list: a line without a number, or with none that exists, has its reason too. */
export const LINE_ANSWERS = [
  ...(Object.keys(ANSWER_STATUSES) as AnswerReason[]),
  ...[...REFUSALS, ...DOUBTS, ...PERMITS, ...FAULTS],
];
export type LineAnswer =
  | AnswerReason
  | (typeof REFUSALS)[number]
  | (typeof DOUBTS)[number]
  | (typeof PERMITS)[number]
  | (typeof FAULTS)[number];

/** Statuses of what is not the choice of the person. */
const BESIDE: Partial<Record<LineAnswer, ChoiceStatus>> = Object.fromEntries([
  ...REFUSALS.map((answer) => [answer, "refused"]),
  ...[...DOUBTS, ...FAULTS].map((answer) => [answer, "unknown"]),
  ...PERMITS.map((answer) => [answer, "allowed"]),
]);

/** Lines by the reason of their answer. */
export type LineCounts = Partial<Record<LineAnswer, number>>;

/** Status of a line; nothing is known of one that cannot be read. */
export function lineStatus(answer: LineAnswer): ChoiceStatus {
  return BESIDE[answer] ?? (isOfPerson(answer) ? ANSWER_STATUSES[answer] : "unknown");
}

function isOfPerson(answer: LineAnswer): answer is AnswerReason {
  return answer in ANSWER_STATUSES;
}

/** Sums the lines of each status, those that cannot be read apart. */
export function sumLines(counts: LineCounts): Record<ChoiceStatus | "faulty", number> {
  const sums = { allowed: 0, refused: 0, unknown: 0, faulty: 0 };
  for (const answer of LINE_ANSWERS)
    sums[isFaulty(answer) ? "faulty" : lineStatus(answer)] += counts[answer] ?? 0;
  return sums;
}

function isFaulty(answer: LineAnswer): answer is (typeof FAULTS)[number] {
  return FAULTS.some((one) => one === answer);
}
