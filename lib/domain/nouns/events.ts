import { NOUNS, type AnyNoun, type NamesOf } from "./nouns";

/** Events of the platform, which may be about any noun. */
const PLATFORM_EVENTS = {
  "access.refused": {},
  // Refusals beyond the hourly number of single entries.
  "access.refusals-counted": {},
} as const;

/** Nouns with journal events. */
export type SubjectNoun = {
  [N in AnyNoun as N["id"]]: keyof N["events"] extends never ? never : N["id"];
}[AnyNoun["id"]];
export const SUBJECT_NOUNS = NOUNS.filter(({ events }) => Object.keys(events).length > 0).map(
  ({ id }) => id,
) as [SubjectNoun, ...SubjectNoun[]];

export type EventName = NamesOf<"events"> | keyof typeof PLATFORM_EVENTS;

/** The noun that an event is about: one, or any for an event of the platform. */
export type NounOf<E extends EventName> = E extends keyof typeof PLATFORM_EVENTS
  ? SubjectNoun
  : { [N in AnyNoun as N["id"]]: E extends keyof N["events"] ? N["id"] : never }[AnyNoun["id"]];

/** Events that take something away, which nobody does without a reason. */
export type ReasonedEvent = {
  [N in AnyNoun as N["id"]]: {
    [E in keyof N["events"]]: N["events"][E] extends { needsReason: true } ? E & string : never;
  }[keyof N["events"]];
}[AnyNoun["id"]];

/**
 * Every event there is, and the noun it is about; "any" for one of the platform. The list only grows: entries written
 * once are read for ever.
 */
export const JOURNAL_EVENTS = {
  ...Object.fromEntries(NOUNS.flatMap(({ id, events }) => Object.keys(events).map((event) => [event, id]))),
  ...Object.fromEntries(Object.keys(PLATFORM_EVENTS).map((event) => [event, "any"])),
} as { [E in EventName]: E extends keyof typeof PLATFORM_EVENTS ? "any" : NounOf<E> };

/** Fields of an event of the platform: the device that it came from. */
const PLATFORM_FIELDS = ["address", "userAgent"];

type FieldsOfNoun = { declared: ReadonlySet<string>; words: string | undefined };

/** Fields of the entries about each noun, and the sentences that name them. */
export const JOURNAL_FIELDS = Object.fromEntries(
  NOUNS.map((noun): [string, FieldsOfNoun] => [
    noun.id,
    {
      declared: new Set([...noun.fields, ...PLATFORM_FIELDS]),
      words: "fieldWords" in noun ? noun.fieldWords : undefined,
    },
  ]),
) as Record<SubjectNoun, FieldsOfNoun>;
