import type { Act } from "@/lib/domain/access/policy";

type Subject = {
  /** Whoever may read the subject may read what was said about it. */
  read: Act;
  /** Where its sheet stands below the organisation. */
  segment: string;
};

/** What a controller and its processor write to each other about: one thread for each. A new noun is a line here. */
export const THREAD_SUBJECTS = {
  authorisation: { read: "authorisation.read", segment: "authorisations" },
  "processing-record": { read: "record.read", segment: "records" },
  contract: { read: "contract.read", segment: "contracts" },
  instruction: { read: "instruction.read", segment: "instructions" },
} as const satisfies Record<string, Subject>;

export type ThreadNoun = keyof typeof THREAD_SUBJECTS;
export const THREAD_NOUNS = Object.keys(THREAD_SUBJECTS) as [ThreadNoun, ...ThreadNoun[]];
