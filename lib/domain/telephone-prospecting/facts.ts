import type { Territory } from "./territories";

export const AUDIENCES = ["consumer", "business"] as const;
export const CHANNELS = ["voice", "written"] as const;
export const SECTORS = [
  "housing-energy",
  "housing-adaptation",
  "training-account",
  "insurance",
  "press",
  "other",
] as const;
/** A contract with the professional, and whether what is offered is related to its object. */
export const CONTRACTS = ["none", "related", "unrelated", "ongoing"] as const;
/** An agreement to be called outside the hours: in general, or to a precise date and time. */
export const AGREED_TIMES = ["none", "express", "precise"] as const;
/** Number that is shown: none at all, or one of these kinds. */
export const SHOWN_NUMBERS = ["masked", "mobile", "platform", "other-french", "foreign"] as const;

/** Items that a consent holds, R223-1. */
export const CONSENT_ITEMS = ["identities", "freeChoice", "duration", "withdrawal", "proofAccess"] as const;
export type ConsentItem = (typeof CONSENT_ITEMS)[number];

export type Consent = {
  /** Instant at which it was given. */
  givenAt: number;
  /** Last day for which it was given; null where nobody has said it. */
  until: string | null;
  withdrawnAt: number | "never" | null;
  items: Record<ConsentItem, boolean | null>;
  hasProof: boolean | null;
};

/**
 * Conditions under which what is written needs no consent, L34-5 CPCE: a customer of the same company, similar products of its own,
 * coordinates collected from the person at the sale or service, a refusal offered free and simply then, and in each message.
 */
export const SALE_CONDITIONS = ["own", "similar", "collected", "refusalThen", "refusalEach"] as const;
export type SaleCondition = (typeof SALE_CONDITIONS)[number];
/** Each is met, not met, or unknown. */
export type Sale = Readonly<Record<SaleCondition, boolean | null>>;

/** Null where no condition was answered: nobody claims the exception. */
export function saleOf(answers: Sale): Sale | null {
  return SALE_CONDITIONS.every((condition) => answers[condition] === null) ? null : answers;
}

export type CallBack = { requestedAt: number; isProven: boolean | null; isWithinObject: boolean | null };

/** Day of something that was stated: nobody gave one, or it is the day of the call, so that nobody knows which came first. */
export type UndatedDay = "unknown" | "same-day";

/** Facts that were stated on such a day; their own field, which holds an instant, is null then. */
export type UndatedFacts = {
  objection?: UndatedDay;
  refusal?: UndatedDay;
  /** Withdrawal of the consent that is stated. */
  withdrawal?: UndatedDay;
  callBack?: UndatedDay;
  consent?: { day: UndatedDay } & Pick<Consent, "until" | "withdrawnAt">;
};

/** Null is unknown, everywhere: a rule that needs it then doubts. */
export type ProspectingFacts = {
  audience: (typeof AUDIENCES)[number] | null;
  channel: (typeof CHANNELS)[number] | null;
  sector: (typeof SECTORS)[number] | null;
  contract: (typeof CONTRACTS)[number] | null;
  consent: Consent | "none" | null;
  callBack: CallBack | "none" | null;
  /** Conditions of the exception for what is written to customers; null where none is claimed. */
  sale: Sale | null;
  /** The day of the last scrub, and whether the number was on the list. */
  bloctel: { scrubbedOn: string | "never" | null; isListed: boolean | null };
  agreedTime: (typeof AGREED_TIMES)[number] | null;
  /** Calls and attempts before this one, of all that call for the professional, within the thirty days that end with its day. */
  attempts: number | null;
  /** Instant at which the person refused on the telephone. */
  refusal: number | "never" | null;
  /** Instant at which the person objected to marketing. */
  objection: number | "never" | null;
  shownNumber: (typeof SHOWN_NUMBERS)[number] | null;
  /** True where the operator vouches for the number. */
  isAuthenticated: boolean | null;
  isFromAbroad: boolean | null;
  /** A machine speaks. */
  isRobot: boolean | null;
  /** A machine dials. */
  isDialler: boolean | null;
  undated?: UndatedFacts;
};

export type ProspectingCall = {
  /** Instant, in milliseconds. */
  at: number;
  /** Territories in which the person may be; none where nobody knows. */
  territories: readonly Territory[];
};

/** Facts by the names under which rules ask for them. */
export type FactName =
  | "audience"
  | "channel"
  | "sector"
  | "contract"
  | "consent"
  | "callBack"
  | "sale"
  | "bloctel"
  | "territory"
  | "agreedTime"
  | "attempts"
  | "refusal"
  | "objection"
  | "shownNumber"
  | "abroad"
  | "robot"
  | "dialler"
  | "script";
