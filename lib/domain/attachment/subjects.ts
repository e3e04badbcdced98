import type { Act } from "@/lib/domain/access/policy";

type Subject = {
  read: Act;
  write: Act;
  /** Where its sheet stands below the organisation. */
  segment: string;
};

/** What documents belong to: whoever may read or write the one may read or write the other. A new noun is a line here. */
export const ATTACHMENT_SUBJECTS = {
  authorisation: { read: "authorisation.read", write: "authorisation.write", segment: "authorisations" },
  contract: { read: "contract.read", write: "contract.write", segment: "contracts" },
  "contract-end": { read: "contract-end.read", write: "contract-end.move", segment: "contracts/end" },
  "contract-end-line": {
    read: "contract-end.read",
    write: "contract-end.write",
    segment: "contracts/end/lines",
  },
  instruction: { read: "instruction.read", write: "instruction.write", segment: "instructions" },
  measure: { read: "measure.read", write: "measure.write", segment: "measures" },
  thread: { read: "thread.read", write: "thread.write", segment: "threads" },
  "sub-processor": { read: "sub-processor.read", write: "sub-processor.write", segment: "sub-processors" },
  transfer: { read: "transfer.read", write: "transfer.write", segment: "transfers" },
} as const satisfies Record<string, Subject>;

export type AttachmentNoun = keyof typeof ATTACHMENT_SUBJECTS;
export const ATTACHMENT_NOUNS = Object.keys(ATTACHMENT_SUBJECTS) as [AttachmentNoun, ...AttachmentNoun[]];

export function isAttachmentNoun(noun: string | null): noun is AttachmentNoun {
  return noun !== null && Object.hasOwn(ATTACHMENT_SUBJECTS, noun);
}
