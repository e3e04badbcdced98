import { coverOf, type StopTimes, type TimeSpan } from "./stop-times";

/** Acts that a person may allow or refuse. */
export const CHOICE_ACTS = ["telephone", "mail", "transfer", "recording", "reuse"] as const;
export type ChoiceAct = (typeof CHOICE_ACTS)[number];

/** Agreement to one call at a precise date and time, D223-9: no consent to be called otherwise. */
export const APPOINTMENT = "appointment";
/** Acts as they are recorded. */
export const RECORDED_ACTS = [...CHOICE_ACTS, APPOINTMENT] as const;
export type RecordedAct = (typeof RECORDED_ACTS)[number];

/** True of what is done to a number: a choice under the key of an address would be found by nobody who calls. */
export function isOfNumbers(act: RecordedAct): boolean {
  return act === "telephone" || act === "recording" || act === APPOINTMENT;
}

/** Outcomes that a person states. */
export const CHOICE_OUTCOMES = ["allowed", "refused", "withdrawn"] as const;
/**
 * Adds an agreement of a child that awaits its authorisation: neither an agreement nor a refusal, art. 8(1); and the correction
 * of a choice that was recorded for another person, 5(1)(d), which no reader of what holds is given.
 */
export type ChoiceOutcome = (typeof CHOICE_OUTCOMES)[number] | "awaiting" | "corrected";

/**
 * Reasons for which a choice is taken back though it stays as it was recorded: its number was read as another person's, or the link
 * through which it was made reached somebody else.
 */
export const CORRECTIONS = ["number-misread", "link-misdirected"] as const;
export type Correction = (typeof CORRECTIONS)[number];

/** Ways by which a choice reaches the organisation, as its staff states them. */
export const CHOICE_SOURCES = ["call", "letter", "email", "form", "portal", "file", "other"] as const;
/** Adds the links of a consultation and of a holder of parental responsibility, whose answers nobody types for them. */
export type ChoiceSource = (typeof CHOICE_SOURCES)[number] | "consultation" | "parent";

/** Purpose of whoever objects to all marketing: it holds for every purpose. */
export const EVERY_PURPOSE = "";

/** Country of whoever chooses about every one; acts other than a transfer are of none. */
export const EVERY_COUNTRY = "";

/** Word for an outcome, the same on pages and in files: a refusal of calls is an objection, 21(2), unless it answers what one call offered. */
export function shownOutcome<O extends string>({
  act,
  outcome,
  callLogId,
  purpose,
}: {
  act: string;
  outcome: O;
  callLogId: string | null;
  purpose: string;
}): O | "objected" {
  const isOfOffer = callLogId !== null && purpose !== EVERY_PURPOSE;
  return act === "telephone" && outcome === "refused" && !isOfOffer ? "objected" : outcome;
}

/** Choice of one person towards one controller: only ever added. */
export type Choice = {
  act: ChoiceAct;
  purpose: string;
  /** Country that data go to, ISO 3166. */
  country: string;
  outcome: ChoiceOutcome;
  /** Instants, in milliseconds. */
  decidedAt: number;
  /** Last day on which it holds, "2027-06-30"; null where none was set. */
  validUntil: string | null;
  /** True of a refusal, in a call, of what was offered: it ends such calls, L221-16, and is no objection of article 21. */
  isOfOffer?: boolean;
  /** Times to which a refusal or a withdrawal is limited; it holds at any where it is absent. */
  times?: StopTimes | null;
};

/** Status of an act for a purpose; unknown where nobody chose, or an agreement has run out. */
export type ChoiceStatus = "allowed" | "refused" | "unknown";

/** Question about one act at an instant, on the calendar day `day` of the person. */
export type ChoiceAsked = Pick<Choice, "act" | "purpose" | "country"> & {
  at: number;
  day: string;
  /** An instant unless it is said; of a day what holds through all of it counts, of any time whatever holds at one. */
  span?: TimeSpan;
};

/**
 * Finds what holds: the last choice made until then. A refusal has no end, and of two choices of one instant it is the
 * refusal that counts. A choice for every purpose or country also holds for one. What is limited to times holds then alone: what was
 * chosen before it holds at all others.
 */
export function choiceAt(
  choices: readonly Choice[],
  { act, purpose, country, at, day, span }: ChoiceAsked,
): { status: ChoiceStatus; choice: Choice | null } {
  const made = choices.filter(
    (one) =>
      one.act === act &&
      (one.purpose === purpose || one.purpose === EVERY_PURPOSE) &&
      (one.country === country || one.country === EVERY_COUNTRY) &&
      one.decidedAt <= at &&
      isTaken(one, { at, day, span }),
  );
  const [last] = made.sort(lastFirst);
  if (!last) return { status: "unknown", choice: null };
  if (last.outcome === "awaiting") return { status: "unknown", choice: last };
  if (last.outcome !== "allowed") return { status: "refused", choice: last };
  const hasEnded = last.validUntil !== null && day > last.validUntil;
  return { status: hasEnded ? "unknown" : "allowed", choice: last };
}

/** True of a choice that holds at the times that are asked about. */
export function isTaken(
  { times }: Pick<Choice, "times">,
  asked: Pick<ChoiceAsked, "at" | "day" | "span">,
): boolean {
  if (!times) return true;
  const cover = coverOf(times, asked);
  return cover === "whole" || (cover === "part" && asked.span === "any");
}

/** Orders choices, the last first: of two of one instant, the one that is no agreement. */
export function lastFirst(
  a: Pick<Choice, "decidedAt" | "outcome">,
  b: Pick<Choice, "decidedAt" | "outcome">,
): number {
  return b.decidedAt - a.decidedAt || strictness(b) - strictness(a);
}

function strictness({ outcome }: Pick<Choice, "outcome">): number {
  return outcome === "allowed" ? 0 : 1;
}
