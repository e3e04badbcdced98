import { entryText, type JournalActor, type JournalEvent } from "@/lib/domain/journal/event";
import type { Ctx } from "@/lib/platform/request/context";

/** The entries of one transaction while it is being written: as texts, a tenth of what the trees of thousands take. */
export type JournalDraft = { note(event: JournalEvent): void; readonly entries: readonly string[] };

/** Adds to each event what all share: the format, the instant and the actor. */
export function draftJournal({ actor, now }: Pick<Ctx, "actor" | "now">): JournalDraft {
  const entries: string[] = [];
  return { entries, note: (event) => void entries.push(entryText(event, authorOf(actor), now)) };
}

function authorOf(actor: Ctx["actor"]): JournalActor {
  switch (actor.kind) {
    case "staff":
      return { kind: actor.kind, id: actor.memberId, name: actor.name };
    case "controller-contact":
      return { kind: actor.kind, id: actor.contactId, name: actor.name };
    case "auditor":
      return { kind: actor.kind, id: actor.grantId, name: actor.name };
    case "data-subject":
      return { kind: actor.kind, id: actor.linkId };
    case "system":
      return { kind: actor.kind, id: actor.job };
    case "setup":
      return { kind: actor.kind, id: null };
  }
}
