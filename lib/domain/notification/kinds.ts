import type { Actor } from "@/lib/domain/access/actor";
import type { EventName } from "@/lib/domain/nouns/events";
import { type Act, can } from "@/lib/domain/nouns/policy";

type KindRule = {
  /** Act that a reader must be allowed, so that no notification tells what its page would refuse. */
  needs: Act;
  events: readonly EventName[];
};

/** Kinds of notifications, each with the entries of the journal that it is made of; the first are the most pressing. */
export const NOTIFICATION_KINDS = {
  breach: {
    needs: "breach.read",
    events: [
      "breach.begun",
      "breach.severity-overruled",
      "breach.closed",
      "breach.reopened",
      "breach-notice.issued",
      "breach-notice.acknowledged",
      "breach-notice.escalated",
    ],
  },
  request: { needs: "rights-request.read", events: ["rights-request.received"] },
  decision: {
    needs: "authorisation.read",
    events: [
      "authorisation.approved",
      "authorisation.refused",
      "authorisation.objected",
      "authorisation.revoked",
      "authorisation.suspended",
      "authorisation.silence-proven",
      "call-script.approved",
      "call-script.refused",
    ],
  },
  instruction: {
    needs: "instruction.read",
    events: ["instruction.recorded", "instruction.contested", "instruction.withdrawn"],
  },
  message: { needs: "thread.read", events: ["thread.opened", "thread.written"] },
  signatory: {
    needs: "contact.read",
    events: ["contact.accepted", "contact.objected", "contact.signatory-objected"],
  },
  assigned: {
    needs: "assignment.read",
    events: ["assignment.given", "assignment.handed-on", "internal-note.written", "internal-note.corrected"],
  },
  date: {
    needs: "obligation.read",
    events: ["obligation.reminded", "contract.reminded", "authorisation.reminded", "transfer.reminded"],
  },
  letter: { needs: "outbox.read", events: ["mail.bounced", "mail.refused", "mail.given-up"] },
  proof: {
    needs: "journal.read",
    events: ["journal.disputed", "audit.accepted", "dossier.made", "dossier.failed"],
  },
  member: { needs: "member.read", events: ["member.added", "member.role-changed", "member.removed"] },
} as const satisfies Record<string, KindRule>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const NOTIFICATION_KIND_NAMES = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];

/** Days for which an entry is a notification; the journal holds it for ever. */
export const NOTIFICATION_DAYS = 90;

/** Kinds whose rows an actor may read. */
export function readableKinds(actor: Actor): NotificationKind[] {
  return NOTIFICATION_KIND_NAMES.filter((kind) => can(actor, NOTIFICATION_KINDS[kind].needs));
}

/** Events of kinds, each event of one kind. */
export function eventsOfKinds(kinds: readonly NotificationKind[]): EventName[] {
  return kinds.flatMap((kind): readonly EventName[] => NOTIFICATION_KINDS[kind].events);
}

const KIND_OF_EVENT = new Map<EventName, NotificationKind>(
  NOTIFICATION_KIND_NAMES.flatMap((kind) =>
    NOTIFICATION_KINDS[kind].events.map((event): [EventName, NotificationKind] => [event, kind]),
  ),
);

/** Kind of an event; null where it is no notification. */
export function kindOfEvent(event: EventName): NotificationKind | null {
  return KIND_OF_EVENT.get(event) ?? null;
}
