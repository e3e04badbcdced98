import type { Act } from "@/lib/domain/nouns/policy";
import { NOUNS, type AnyNoun } from "@/lib/domain/nouns/nouns";

type WithThread = Extract<AnyNoun, { thread: unknown }>;
export type ThreadNoun = WithThread["id"];

type Subject = {
  /** The act of whoever may read the subject, and so what was written about it. */
  read: Act;
  /** Segment of its sheet below the organisation's address. */
  segment: string;
};

/** Subjects that a controller and its processor write to each other about: one thread for each. */
export const THREAD_SUBJECTS = Object.fromEntries(
  NOUNS.flatMap((noun) => ("thread" in noun ? [[noun.id, noun.thread]] : [])),
) as Record<ThreadNoun, Subject>;

export const THREAD_NOUNS = Object.keys(THREAD_SUBJECTS) as [ThreadNoun, ...ThreadNoun[]];
