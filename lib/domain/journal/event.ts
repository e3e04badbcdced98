import { z } from "zod";
import type { ActorKind } from "@/lib/domain/access/actor";
import {
  JOURNAL_EVENTS,
  SUBJECT_NOUNS,
  type EventName,
  type NounOf,
  type ReasonedEvent,
  type SubjectNoun,
} from "@/lib/domain/nouns/events";
import { canonicalText, type JsonObject } from "./canonical";
import { leaveOutSecrets } from "./difference";

/**
 * Author of an entry. "person" is somebody signing in, in no organisation yet; `id` is null while the person
 * is unknown.
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

export type JournalEvent = { [E in EventName]: EventOf<E> }[EventName];

/**
 * Fields added by `stampEvent`: the format, the instant (ISO 8601 in UTC, to the millisecond) and the author.
 */
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
