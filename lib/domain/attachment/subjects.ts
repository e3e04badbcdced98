import type { Act } from "@/lib/domain/nouns/policy";
import { NOUNS, type AnyNoun } from "@/lib/domain/nouns/nouns";

type DocumentOf<N> = N extends { documents: readonly (infer D)[] } ? D : never;
export type AttachmentNoun = DocumentOf<AnyNoun>["subject"];

type Subject = {
  read: Act;
  write: Act;
  /** Segment of its sheet below the organisation's address. */
  segment: string;
};

/** Subjects that documents belong to: whoever may read or write the one may read or write the other. */
export const ATTACHMENT_SUBJECTS = Object.fromEntries(
  NOUNS.flatMap((noun): readonly (Subject & { subject: string })[] =>
    "documents" in noun ? noun.documents : [],
  ).map(({ subject, ...of }) => [subject, of]),
) as Record<AttachmentNoun, Subject>;

export const ATTACHMENT_NOUNS = Object.keys(ATTACHMENT_SUBJECTS) as [AttachmentNoun, ...AttachmentNoun[]];

export function isAttachmentNoun(noun: string | null): noun is AttachmentNoun {
  return noun !== null && Object.hasOwn(ATTACHMENT_SUBJECTS, noun);
}
