/** Article 28(2): authorisation of each sub-processor, or of a list with notice of changes. */
export type Regime = "specific" | "general";

/**
 * States of a controller's word on one use of a sub-processor. `expired` and `not-objected` are reached by
 * the clock alone and are never stored.
 */
export const AUTHORISATION_STATES = [
  "draft",
  /** Specific regime: the request was sent. */
  "submitted",
  "approved",
  "refused",
  /** Silence until the deadline of a specific authorisation: a refusal, EDPB guidelines 07/2020, §§151 to 154. */
  "expired",
  /** General regime: the notice was sent. */
  "notified",
  /** Silence until it may be relied on: the end of the period, or of the next working day where its last day is none. */
  "not-objected",
  "objected",
  /** The controller took its authorisation back. */
  "revoked",
  /** The processor gives the use up. */
  "withdrawn",
  /** Another sub-processor was proposed in its place. */
  "alternative",
  /** The objection ended the contract. */
  "contract-terminated",
  /** Authorised, and not to be used for now. */
  "suspended",
  /** A newer request about the same sub-processor took its place. */
  "replaced",
  /** Its use is over. */
  "ended",
] as const;
export type AuthorisationState = (typeof AUTHORISATION_STATES)[number];

export const AUTHORISATION_EVENTS = [
  "submit",
  "notify",
  /** Receipt by the controller is shown: the period runs from here. */
  "receive",
  /** A second letter, where silence proves nothing or a no was only spoken. */
  "ask-confirmation",
  "approve",
  "refuse",
  "object",
  "meet",
  "revoke",
  "suspend",
  "resume",
  "withdraw",
  "replace",
  "terminate",
  "supersede",
  "end",
] as const;
export type AuthorisationEventKind = (typeof AUTHORISATION_EVENTS)[number];

/** Articles 28(2) and 28(9): a yes by telephone proves nothing; a no counts by any channel. */
export const DECISION_CHANNELS = ["portal", "e-mail", "letter", "meeting", "telephone"] as const;
export type DecisionChannel = (typeof DECISION_CHANNELS)[number];
