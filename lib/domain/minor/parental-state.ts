import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { startOfDay, todayIn } from "@/lib/domain/time/zones";
import type { AuthorisationStatus } from "./authorisation";

const ZONE = "Europe/Paris";
/** Days within which a holder of parental responsibility answers through the link. */
export const ANSWER_DAYS = 30;
/** Days for which people serve after an authorisation is over, or was never given, 5(1)(e). */
export const PEOPLE_DAYS = 30;

/** Choice about what a child agreed to: of one person, towards one controller, about one act, purpose and country. */
export type AgreementChoice = {
  outcome: "allowed" | "refused" | "withdrawn" | "awaiting";
  /** Authorisation through whose link, or by whose record, it was made; null of the child's own and of the staff's. */
  consentId: string | null;
  /** Instant, in milliseconds. */
  decidedAt: number;
  validUntil: string | null;
};

export type ParentalFacts = {
  consentId: string;
  /** Instant at which it was asked for or recorded. */
  askedAt: number;
  /** Day that the staff recorded; null where it is asked through a link. */
  authorisedOn: string | null;
  /** Choices about the agreement, the last first. */
  choices: readonly AgreementChoice[];
  /** Status by the age of the child on a day; "erased" once its birthdate is. */
  ageOn: (day: string) => AuthorisationStatus | { kind: "erased" };
  /** State of the letter in the outbox; null where none was queued. */
  letter: string | null;
};

export const PARENTAL_STATES = [
  "to-send",
  "sent",
  "returned",
  "unsure",
  "unanswered",
  "replaced",
  "confirmed",
  "recorded",
  "declined",
  "withdrawn",
  "over",
  "ended",
  "taken-over",
] as const;
export type ParentalState = (typeof PARENTAL_STATES)[number];

const LIVE: readonly ParentalState[] = ["to-send", "sent", "returned", "unsure", "confirmed", "recorded"];

/** True while somebody may still answer, or what was authorised holds. */
export function isLive(state: ParentalState): boolean {
  return LIVE.includes(state);
}

/** True while it is asked for: the holder may authorise or decline. */
export function isAsked(state: ParentalState): boolean {
  return isLive(state) && !isGiven(state);
}

/** True while it holds: the holder may withdraw it, 7(3). */
export function isGiven(state: ParentalState): boolean {
  return state === "confirmed" || state === "recorded";
}

/**
 * Tells where an authorisation stands at an instant, from facts alone: the answers through its link, what became of the
 * letter, what was chosen since, and the day on which the child decides alone, art. 8(1).
 */
export function parentalState(facts: ParentalFacts, now: number): ParentalState {
  const state = stateOfAnswers(facts, now);
  const age = facts.ageOn(todayIn(ZONE, now)).kind;
  if (age === "holds" || state === "withdrawn" || state === "declined") return state;
  // People are erased once it is over: of one that nothing else ended, the child had come of age.
  return age === "lapsed" || isLive(state) ? "taken-over" : state;
}

/** Tells where it stands whatever the age of the child. */
function stateOfAnswers(facts: ParentalFacts, now: number): ParentalState {
  const { consentId, authorisedOn, askedAt, letter } = facts;
  const day = todayIn(ZONE, now);
  const choices = facts.choices.filter(({ decidedAt }) => decidedAt <= now);
  const [last] = choices;
  const own = choices.find((one) => one.consentId === consentId && one.outcome !== "awaiting");
  if (own?.outcome === "withdrawn") return "withdrawn";
  if (own?.outcome === "refused") return "declined";
  if (own || authorisedOn !== null) {
    if (last?.outcome !== "allowed") return "over";
    if (last.validUntil !== null && day > last.validUntil) return "ended";
    return authorisedOn === null ? "confirmed" : "recorded";
  }
  if (last?.outcome !== "awaiting") return "over";
  if (last.consentId !== consentId) return "replaced";
  if (day > lastAnswerDay(askedAt)) return "unanswered";
  return LETTERS[letter ?? "none"] ?? "unsure";
}

/** Maps states of the outbox; any other says nothing of the letter. */
const LETTERS: Partial<Record<string, ParentalState>> = {
  none: "to-send",
  queued: "to-send",
  again: "to-send",
  sending: "to-send",
  cancelled: "to-send",
  accepted: "sent",
  delivered: "sent",
  bounced: "returned",
  refused: "returned",
  "given-up": "returned",
};

/**
 * True while a holder who was asked may say no: a refusal by one of two stands against the other's link, and against what the other
 * authorised. As long as the link takes an answer; a yes is of the last link alone.
 */
export function mayDecline(facts: ParentalFacts, now: number): boolean {
  const state = parentalState(facts, now);
  if (isAsked(state)) return true;
  if (facts.authorisedOn !== null || todayIn(ZONE, now) > lastAnswerDay(facts.askedAt)) return false;
  const last = facts.choices.find(({ decidedAt }) => decidedAt <= now);
  return state === "replaced" || (state === "over" && isAuthorisedByOther(facts.consentId, last));
}

function isAuthorisedByOther(consentId: string, last: AgreementChoice | undefined): boolean {
  return last?.outcome === "allowed" && last.consentId !== null && last.consentId !== consentId;
}

/** Last day on which the link takes an answer. */
export function lastAnswerDay(askedAt: number): string {
  return addDaysToDay(todayIn(ZONE, askedAt), ANSWER_DAYS);
}

/** Day from which the people of a request that nobody answers are erased, 5(1)(e). */
export function erasureDay(askedAt: number): string {
  return addDaysToDay(lastAnswerDay(askedAt), PEOPLE_DAYS + 1);
}

/** True where the people have served: it is over, and was so already as many days ago as they serve. */
export function arePeopleOver(facts: ParentalFacts, now: number): boolean {
  const before = startOfDay(ZONE, addDaysToDay(todayIn(ZONE, now), -PEOPLE_DAYS));
  if (facts.askedAt > before || isLive(parentalState(facts, now))) return false;
  return !isLive(parentalState(facts, before));
}
