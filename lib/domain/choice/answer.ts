import { lastConsentDay } from "@/lib/domain/statute/telephone-consent";
import { todayIn } from "@/lib/domain/time/zones";
import { coverOf } from "./stop-times";
import {
  choiceAt,
  EVERY_COUNTRY,
  EVERY_PURPOSE,
  type Choice,
  type ChoiceAsked,
  type ChoiceStatus,
} from "./choices";

/** Reasons of an answer, with what each of them comes to. */
export const ANSWER_STATUSES = {
  agreed: "allowed",
  /** An objection to calls, 21(2). */
  objected: "refused",
  refused: "refused",
  withdrawn: "refused",
  /** Refused at some hours of the day that is asked about, 21(2). */
  hours: "unknown",
  expired: "unknown",
  /** Agreed by a child, and not yet authorised, art. 8(1). */
  awaiting: "unknown",
  /** A consent to be called that was given more than a year ago, R223-1, with a later end or none. */
  year: "unknown",
  /** Agreed for one purpose or country alone, where every one was asked about. */
  narrower: "unknown",
  none: "unknown",
} as const satisfies Record<string, ChoiceStatus>;
export type AnswerReason = keyof typeof ANSWER_STATUSES;

const ZONE = "Europe/Paris";

export type ChoiceAnswer = { status: ChoiceStatus; reason: AnswerReason; choice: Choice | null };

/** Answers whether an act is allowed. Where every purpose or country is asked about, a refusal of any one counts. */
export function answerOf(choices: readonly Choice[], asked: ChoiceAsked): ChoiceAnswer {
  const found = scopesOf(choices, asked).map((scope) => choiceAt(choices, { ...asked, ...scope }));
  const refused = found.find(({ status }) => status === "refused")?.choice;
  if (refused) return answer(refusalOf(refused), refused);
  const limited = limitedBy(choices, asked);
  if (limited) return answer("hours", limited);
  const { status, choice } = choiceAt(choices, asked);
  if (status === "allowed") return answer(isPastYear(choice, asked) ? "year" : "agreed", choice);
  if (choice) return answer(choice.outcome === "awaiting" ? "awaiting" : "expired", choice);
  const narrower = found.find((one) => one.status === "allowed");
  return narrower ? answer("narrower", narrower.choice) : answer("none", null);
}

function answer(reason: AnswerReason, choice: Choice | null): ChoiceAnswer {
  return { status: ANSWER_STATUSES[reason], reason, choice };
}

function refusalOf({ act, outcome, isOfOffer }: Choice): AnswerReason {
  if (outcome === "withdrawn") return "withdrawn";
  return act === "telephone" && !isOfOffer ? "objected" : "refused";
}

/** Finds the refusal that takes a part of the day that is asked about; null where an instant is. */
function limitedBy(choices: readonly Choice[], asked: ChoiceAsked): Choice | null {
  if (asked.span !== "day") return null;
  const made = choices.filter(({ times }) => !times || coverOf(times, asked) !== "none");
  const found = scopesOf(made, asked).map((scope) => choiceAt(made, { ...asked, ...scope, span: "any" }));
  return found.find(({ status }) => status === "refused")?.choice ?? null;
}

function isPastYear(choice: Choice | null, { act, day }: ChoiceAsked): boolean {
  if (act !== "telephone" || !choice) return false;
  return day > lastConsentDay(todayIn(ZONE, choice.decidedAt));
}

/** Purposes and countries that the person chose about, within those that are asked about. */
function scopesOf(choices: readonly Choice[], { act, purpose, country }: ChoiceAsked) {
  const own = choices.filter((one) => one.act === act);
  const purposes =
    purpose === EVERY_PURPOSE ? [...new Set([purpose, ...own.map((one) => one.purpose)])] : [purpose];
  const countries =
    country === EVERY_COUNTRY ? [...new Set([country, ...own.map((one) => one.country)])] : [country];
  return purposes.flatMap((one) => countries.map((to) => ({ purpose: one, country: to })));
}
