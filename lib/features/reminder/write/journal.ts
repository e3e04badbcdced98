import { dueDay } from "@/lib/domain/obligation/due";
import type { Reminder } from "@/lib/domain/obligation/reminders";
import type { JournalDraft } from "@/lib/platform/journal/draft";

/** Journals a stage once, however many readers were told; entries of nouns that had their own have them still. */
export function journalReminder(journal: JournalDraft, { of, stage, daysLeft }: Reminder): void {
  const { kind, subject } = of;
  const [id, label, day] = [subject.id, subject.reference, dueDay(of.due)];
  const name = kind.slice(kind.indexOf(".") + 1);
  const left = Math.max(0, daysLeft);
  if (kind.startsWith("contract."))
    journal.note({
      event: "contract.reminded",
      subject: { noun: "contract", id, label },
      after: { kind: name, deadline: day, daysLeft: left },
    });
  else if (kind === "transfer.review")
    journal.note({
      event: "transfer.reminded",
      subject: { noun: "transfer", id, label },
      after: { reviewOn: day, threshold: stage },
    });
  else if (kind.startsWith("authorisation."))
    journal.note({
      event: "authorisation.reminded",
      subject: { noun: "authorisation", id, label },
      after: { kind: name, lastDay: day, daysLeft: left },
    });
  else
    journal.note({
      event: "obligation.reminded",
      subject: { noun: "obligation", id, label },
      after: { kind, due: day, stage },
    });
}
