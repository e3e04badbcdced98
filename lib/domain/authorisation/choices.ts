import { eventsFrom } from "./lifecycle";
import type { AuthorisationEventKind, AuthorisationState, Regime } from "./types";

/** What a controller may choose in the portal; to authorise under conditions is to authorise, and to say on what. */
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
 * What may be chosen where a request stands, art. 28(2): a yes or a no in the specific regime, a yes or an objection in
 * the general one, and afterwards what may still be thought over.
 */
export function choicesAt(status: { regime: Regime; state: AuthorisationState }): Choice[] {
  const possible = eventsFrom(status);
  return CHOICES.filter((choice) => possible.includes(EVENT_OF[choice]));
}

/** What a choice must bring besides who decides: a field of its form, null for none. */
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
