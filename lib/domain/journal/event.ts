import { z } from "zod";
import type { ActorKind } from "@/lib/domain/access/actor";
import { canonicalText, type JsonObject } from "./canonical";
import { leaveOutSecrets } from "./difference";

/** What an entry can be about. */
export const SUBJECT_NOUNS = [
  "organisation",
  "account",
  "member",
  "session",
  "invitation",
  "mail",
  "measure",
  "contract",
  "contract-end",
  "instruction",
  "transfer",
  "thread",
  "sub-processor",
  "authorisation",
  "attachment",
  "controller",
  "contact",
  "access-log",
  "processing-record",
  "import",
  "export",
  "journal",
] as const;
export type SubjectNoun = (typeof SUBJECT_NOUNS)[number];

/**
 * Every event there is, and the noun it is about; "any" for a refusal. The list only grows: entries written once are
 * read for ever.
 */
export const JOURNAL_EVENTS = {
  "organisation.created": "organisation",
  "organisation.updated": "organisation",
  "account.created": "account",
  "account.updated": "account",
  "member.added": "member",
  "member.role-changed": "member",
  "member.updated": "member", // a name or an address that the person changed
  "member.removed": "member",
  "member.left": "member",
  "invitation.sent": "invitation",
  "invitation.renewed": "invitation",
  "invitation.withdrawn": "invitation",
  "invitation.accepted": "invitation",
  "sign-in.succeeded": "account",
  "sign-in.failed": "account",
  "sign-in.locked": "account",
  "sign-in.refusals-counted": "account", // more in an hour than entries of their own
  "sign-in.link-requested": "account",
  "session.revoked": "session",
  "session.all-revoked": "account",
  "password.changed": "account",
  "password.reset-requested": "account",
  "password.reset": "account",
  "email.change-requested": "account",
  "email.changed": "account",
  "email.change-stopped": "account",
  "second-factor.enabled": "account",
  "second-factor.disabled": "account",
  "second-factor.failed": "account",
  "recovery-codes.renewed": "account",
  "recovery-code.used": "account",
  "passkey.added": "account",
  "passkey.removed": "account",
  "controller.created": "controller",
  "controller.updated": "controller",
  "controller.archived": "controller",
  "controller.restored": "controller",
  "controller.merged": "controller",
  "controller.unmerged": "controller",
  "contact.invited": "contact",
  "contact.renewed": "contact", // another letter, for longer
  "contact.accepted": "contact", // the first sign-in
  "contact.role-changed": "contact",
  "contact.updated": "contact", // what the contact says of itself
  "contact.ended": "contact",
  "access-log.sealed": "access-log", // a batch of looks, by its digest
  "record.created": "processing-record",
  "record.updated": "processing-record",
  "record.activated": "processing-record",
  "record.suspended": "processing-record",
  "record.ended": "processing-record",
  "record.reopened": "processing-record",
  "record.reviewed": "processing-record",
  "record.restored": "processing-record", // an earlier version said again
  "measure.created": "measure",
  "measure.updated": "measure",
  "measure.retired": "measure",
  "measure.restored": "measure",
  "contract.created": "contract",
  "contract.updated": "contract",
  "contract.amended": "contract", // an amendment added, or what it says changed
  "contract.amendment-withdrawn": "contract", // entered by mistake: it never held
  "contract.instructor-named": "contract",
  "contract.instructor-changed": "contract",
  "contract.signed": "contract",
  "contract.begun": "contract",
  "contract.notice-given": "contract",
  "contract.notice-withdrawn": "contract",
  "contract.ended": "contract",
  "contract.reopened": "contract",
  "contract.reminded": "contract",
  "contract-end.begun": "contract-end", // 28(3)(g)
  "contract-end.answered": "contract-end", // one line, with its evidence
  "contract-end.listed": "contract-end", // lines that the register names since, or that a person adds
  "contract-end.closed": "contract-end",
  "contract-end.cancelled": "contract-end",
  "contract-end.resumed": "contract-end",
  "contract-end.revoked": "contract-end", // after its certificate: the contract goes on
  "instruction.recorded": "instruction",
  "instruction.corrected": "instruction",
  "instruction.written": "instruction", // a telephone call, confirmed in writing
  "instruction.checked": "instruction",
  "instruction.accepted": "instruction",
  "instruction.contested": "instruction", // 28(3), last subparagraph
  "instruction.acknowledged": "instruction", // by the controller
  "instruction.confirmed": "instruction",
  "instruction.amended": "instruction",
  "instruction.withdrawn": "instruction",
  "transfer.created": "transfer",
  "transfer.updated": "transfer",
  "transfer.suspended": "transfer", // 2021/914 clauses 14(f) and 16
  "transfer.resumed": "transfer",
  "transfer.ended": "transfer",
  "transfer.reopened": "transfer",
  "transfer.reminded": "transfer",
  "thread.opened": "thread", // its first message
  "thread.written": "thread",
  "thread.closed": "thread",
  "sub-processor.created": "sub-processor",
  "sub-processor.updated": "sub-processor",
  "sub-processor.link-named": "sub-processor", // a company below it
  "sub-processor.link-changed": "sub-processor",
  "sub-processor.link-removed": "sub-processor",
  "sub-processor.ended": "sub-processor",
  "sub-processor.reopened": "sub-processor",
  "authorisation.prepared": "authorisation",
  "authorisation.edited": "authorisation",
  "authorisation.sent": "authorisation", // its text and its list are sealed
  "authorisation.received": "authorisation",
  "authorisation.confirmation-asked": "authorisation",
  "authorisation.approved": "authorisation", // by the controller, 28(2)
  "authorisation.refused": "authorisation",
  "authorisation.objected": "authorisation",
  "authorisation.condition-met": "authorisation",
  "authorisation.revoked": "authorisation",
  "authorisation.suspended": "authorisation",
  "authorisation.resumed": "authorisation",
  "authorisation.withdrawn": "authorisation",
  "authorisation.replaced": "authorisation", // another sub-processor was proposed
  "authorisation.contract-terminated": "authorisation",
  "authorisation.superseded": "authorisation", // by a newer request about the same one
  "authorisation.ended": "authorisation",
  "authorisation.reminded": "authorisation",
  "attachment.stored": "attachment",
  "attachment.withdrawn": "attachment", // it was put beside the wrong subject
  "attachment.closed": "attachment", // it was given in error: nobody is handed it
  "attachment.opened": "attachment",
  "attachment.taken": "attachment", // a document; a logo is shown by every page
  "mail.read": "mail",
  "mail.accepted": "mail", // by our relay
  "mail.delivered": "mail", // into its mailbox, as the recipient's server says
  "mail.bounced": "mail",
  "mail.said-received": "mail", // a person's word
  "mail.refused": "mail",
  "mail.given-up": "mail",
  "mail.retried": "mail",
  "mail.cancelled": "mail",
  "example.filled": "organisation",
  "example.cleared": "organisation",
  "import.committed": "import",
  "register.imported": "import", // a whole register as JSON, its versions with it
  "export.taken": "export",
  "access.refused": "any",
  "access.refusals-counted": "any", // more in an hour than entries of their own
  "journal.cleared": "journal",
  "journal.sealed": "journal", // rows that no entry bound yet, by their digest
  "journal.key-made": "journal", // to sign the heads of the days that follow
  "journal.published": "journal", // the head of a day, signed and sent
} as const satisfies Record<string, SubjectNoun | "any">;
export type EventName = keyof typeof JOURNAL_EVENTS;

type NounOf<E extends EventName> = (typeof JOURNAL_EVENTS)[E] extends SubjectNoun
  ? (typeof JOURNAL_EVENTS)[E]
  : SubjectNoun;

/** Nothing is put away without a reason. */
type ReasonedEvent =
  | "controller.archived"
  | "record.suspended"
  | "record.ended"
  | "measure.retired"
  | "contract.ended"
  | "contract.reopened"
  | "transfer.suspended"
  | "transfer.ended"
  | "thread.closed"
  | "sub-processor.link-removed"
  | "sub-processor.ended"
  | "sub-processor.reopened"
  | "authorisation.revoked"
  | "authorisation.suspended"
  | "authorisation.withdrawn"
  | "authorisation.ended"
  | "contact.ended"
  | "contract-end.cancelled"
  | "contract-end.resumed"
  | "contract-end.revoked"
  | "journal.cleared";

/**
 * Who did it. "person" is somebody at the door of sign-in, in no organisation yet; `id` is null while nobody knows who.
 */
export type JournalActor = { kind: ActorKind | "person"; id: string | null; name?: string };

type EventOf<E extends EventName> = {
  event: E;
  /** `label` is what a reader knows it by, at that time. */
  subject: { noun: NounOf<E>; id: string | null; label?: string };
  before?: JsonObject;
  after?: JsonObject;
  /** Shared by the entries of one bulk act: the id of the import. */
  batch?: string;
} & (E extends ReasonedEvent ? { reason: string } : { reason?: string });

/** What a verb says happened. */
export type JournalEvent = { [E in EventName]: EventOf<E> }[EventName];

/** What `stampEvent` adds: the format, the instant (ISO 8601 in UTC, to the millisecond) and the author. */
type Stamp = { v: 1; at: string; actor: JournalActor };

/** The whole entry, whose canonical text is hashed and kept. */
export type JournalText = Stamp & JournalEvent;

/** The entry of an event. Secrets are left out here, should a verb have forgotten. */
export function stampEvent(event: JournalEvent, actor: JournalActor, now: Date): JournalText {
  const { before, after, ...rest } = event;
  return {
    v: 1,
    at: now.toISOString(),
    actor,
    ...rest,
    ...(before && { before: leaveOutSecrets(before) }),
    ...(after && { after: leaveOutSecrets(after) }),
  };
}

/** The canonical text of an event's entry, which is hashed and kept. */
export function entryText(event: JournalEvent, actor: JournalActor, now: Date): string {
  return canonicalText(stampEvent(event, actor, now));
}

/** The entry behind a text, or null when it is none: unknown version, unknown event, another noun's event. */
export function readEntry(text: string): JournalText | null {
  const entry = entrySchema.safeParse(parseJson(text));
  return entry.success && isOfItsNoun(entry.data) ? (entry.data as JournalText) : null;
}

const ACTOR_KINDS: Record<JournalActor["kind"], true> = {
  staff: true,
  "controller-contact": true,
  auditor: true,
  "data-subject": true,
  system: true,
  setup: true,
  person: true,
};
const EVENT_NAMES = Object.keys(JOURNAL_EVENTS) as EventName[];
const change = z.record(z.string(), z.json()).optional();

const entrySchema = z.strictObject({
  v: z.literal(1),
  event: z.enum(EVENT_NAMES),
  at: z.iso.datetime({ precision: 3 }),
  actor: z.strictObject({
    kind: z.enum(Object.keys(ACTOR_KINDS) as JournalActor["kind"][]),
    id: z.string().nullable(),
    name: z.string().optional(),
  }),
  subject: z.strictObject({
    noun: z.enum(SUBJECT_NOUNS),
    id: z.string().nullable(),
    label: z.string().optional(),
  }),
  before: change,
  after: change,
  reason: z.string().optional(),
  batch: z.string().optional(),
});

function isOfItsNoun({ event, subject }: z.infer<typeof entrySchema>): boolean {
  const noun: SubjectNoun | "any" = JOURNAL_EVENTS[event];
  return noun === "any" || noun === subject.noun;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
