import { difference } from "@/lib/domain/journal/difference";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { RecordRow } from "@/lib/features/processing-record/read/queries";
import type { VersionedRecord } from "@/lib/features/processing-record/write/rows";
import type { JournalDraft } from "@/lib/platform/journal/draft";

/** Reason as the file's own end date. */
export function endReason({ endsOn }: RecordContent): string {
  return endsOn?.text || endsOn?.value || "";
}

/** Journals creation, changes, and the end where the file states one. */
export function journalRecord(
  journal: JournalDraft,
  before: RecordRow | null,
  stored: VersionedRecord,
  batch: string,
): void {
  const subject = { noun: "processing-record" as const, id: stored.id, label: stored.reference };
  const after = { ...stored.content, state: stored.state };
  if (before) {
    const changed = difference({ ...before.content, state: before.state }, after);
    journal.note({ event: "record.updated", subject, ...changed, batch });
  } else journal.note({ event: "record.created", subject, after, batch });
  if (stored.state === "ended" && before?.state !== "ended") {
    journal.note({
      event: "record.ended",
      subject,
      before: { state: before?.state ?? "draft" },
      after: { state: stored.state, since: stored.stateSince },
      reason: endReason(stored.content),
      batch,
    });
  }
}
