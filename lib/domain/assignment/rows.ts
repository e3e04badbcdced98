import type { Act } from "@/lib/domain/nouns/policy";

/** Rows that somebody may be asked to follow: whoever may read the row may read that, and it leads to its page. */
export const TASK_ROWS = {
  "processing-record": { read: "record.read", segment: "records" },
  controller: { read: "controller.read", segment: "controllers" },
  contract: { read: "contract.read", segment: "contracts" },
  instruction: { read: "instruction.read", segment: "instructions" },
  "sub-processor": { read: "sub-processor.read", segment: "sub-processors" },
  authorisation: { read: "authorisation.read", segment: "authorisations" },
  transfer: { read: "transfer.read", segment: "transfers" },
  measure: { read: "measure.read", segment: "measures" },
  breach: { read: "breach.read", segment: "breaches" },
  "rights-request": { read: "rights-request.read", segment: "rights-requests" },
  campaign: { read: "campaign.read", segment: "telephone/campaigns" },
  consultation: { read: "consultation.read", segment: "telephone/consultations" },
  "call-script": { read: "call-script.read", segment: "telephone/scripts" },
  thread: { read: "thread.read", segment: "threads" },
} as const satisfies Record<string, { read: Act; segment: string }>;

export type TaskNoun = keyof typeof TASK_ROWS;
export const TASK_NOUNS = Object.keys(TASK_ROWS) as TaskNoun[];

export const TASK_KIND = "assignment.task";

/** Key of the line by which a row is followed; the same as `obligationKey` makes of it. */
export function taskLine(noun: TaskNoun, id: string): string {
  return `${TASK_KIND} ${id} ${noun}`;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Row of a task's line; null for the line of a duty. */
export function rowOfTask(line: string): { noun: TaskNoun; id: string } | null {
  const [kind, id = "", named = "", more] = line.split(" ");
  const noun = TASK_NOUNS.find((one) => one === named);
  if (kind !== TASK_KIND || !noun || more !== undefined || !UUID.test(id)) return null;
  return { noun, id };
}
