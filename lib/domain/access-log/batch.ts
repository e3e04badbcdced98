import { canonicalText } from "@/lib/domain/journal/canonical";

export type AccessEntry = {
  id: string;
  /** Contact, or an auditor's grant. */
  contactId: string;
  noun: string;
  subjectId: string;
  label: string;
  /** Instant, ISO 8601 in UTC, to the millisecond. */
  at: string;
};

/** Entries of the access log that one journal entry seals, at most. */
export const ENTRIES_PER_BATCH = 1000;

/**
 * The text whose SHA-256 stands in the journal for a batch: a line of canonical JSON per look, in the order of their
 * ids. Whoever has the looks makes it again, and sees whether one was left out, added or changed.
 */
export function batchText(entries: readonly AccessEntry[]): string {
  return [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, contactId, noun, subjectId, label, at }) =>
      canonicalText({ id, contactId, noun, subjectId, label, at }),
    )
    .join("\n");
}
