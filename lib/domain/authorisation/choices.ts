import { eventsFrom } from "./lifecycle";
import type { AuthorisationEventKind, AuthorisationState, Regime } from "./types";

/** Authorising under conditions is an authorisation that names its conditions. */
export const CHOICES = ["authorise", "conditions", "refuse", "object", "revoke"] as const;
export type Choice = (typeof CHOICES)[number];

/** The event that each makes of the request. */
export const EVENT_OF = {
  authorise: "approve",
  conditions: "approve",
  refuse: "refuse",
  object: "object",
  revoke: "revoke",
} as const satisfies Record<Choice, AuthorisationEventKind>;

/**
 * Article 28(2): the specific regime takes a yes or a no, the general one a yes or an objection; afterwards
 * the choices are those that reconsider.
 */
export function choicesAt(status: { regime: Regime; state: AuthorisationState }): Choice[] {
  const possible = eventsFrom(status);
  return CHOICES.filter((choice) => possible.includes(EVENT_OF[choice]));
}

/** Field of its form that each choice requires besides the decider; null for none. */
export const NEEDED_BY: Record<Choice, "conditions" | "reason" | null> = {
  authorise: null,
  conditions: "conditions",
  refuse: null,
  object: null,
  revoke: "reason",
};

/** "AD-2026-007": what certifies a decision, numbered by year without a hole. */
export function decisionNumber({ year, counter }: { year: number; counter: number }): string {
  return `AD-${year}-${String(counter).padStart(3, "0")}`;
}
