import { NOUNS, type AnyNoun } from "./nouns";

type Waiting = Extract<AnyNoun, { awaitsContact: unknown }>;
export type WaitingNoun = Waiting["id"];

/** Nouns of which rows may wait for a controller's contact, each with its page in the portal. */
export const WAITING_SEGMENTS = Object.fromEntries(
  NOUNS.flatMap((noun) => ("awaitsContact" in noun ? [[noun.id, noun.awaitsContact.segment]] : [])),
) as Record<WaitingNoun, string>;

export const WAITING_NOUNS = Object.keys(WAITING_SEGMENTS) as WaitingNoun[];
