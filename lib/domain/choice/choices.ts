/** Acts that a person may allow or refuse. */
export const CHOICE_ACTS = ["telephone", "mail", "transfer", "recording", "reuse"] as const;
export type ChoiceAct = (typeof CHOICE_ACTS)[number];

/** True of what is done to a number: a choice under the key of an address would be found by nobody who calls. */
export function isOfNumbers(act: ChoiceAct): boolean {
  return act === "telephone" || act === "recording";
}

export const CHOICE_OUTCOMES = ["allowed", "refused", "withdrawn"] as const;
export type ChoiceOutcome = (typeof CHOICE_OUTCOMES)[number];

/** Ways by which a choice reaches the organisation, as its staff states them. */
export const CHOICE_SOURCES = ["call", "letter", "email", "form", "portal", "file", "other"] as const;
/** Adds the link of a consultation, whose answers nobody types for the person. */
export type ChoiceSource = (typeof CHOICE_SOURCES)[number] | "consultation";

/** Purpose of whoever objects to all marketing: it holds for every purpose. */
export const EVERY_PURPOSE = "";

/** Country of whoever chooses about every one; acts other than a transfer are of none. */
export const EVERY_COUNTRY = "";

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
};

/** Status of an act for a purpose; unknown where nobody chose, or an agreement has run out. */
export type ChoiceStatus = "allowed" | "refused" | "unknown";

/** Question about one act at an instant, on the calendar day `day` of the person. */
export type ChoiceAsked = Pick<Choice, "act" | "purpose" | "country"> & { at: number; day: string };

/**
 * Finds what holds: the last choice made until then. A refusal has no end, and of two choices of one instant it is the
 * refusal that counts. A choice for every purpose or country also holds for one.
 */
export function choiceAt(
  choices: readonly Choice[],
  { act, purpose, country, at, day }: ChoiceAsked,
): { status: ChoiceStatus; choice: Choice | null } {
  const made = choices.filter(
    (one) =>
      one.act === act &&
      (one.purpose === purpose || one.purpose === EVERY_PURPOSE) &&
      (one.country === country || one.country === EVERY_COUNTRY) &&
      one.decidedAt <= at,
  );
  const [last] = made.sort((a, b) => b.decidedAt - a.decidedAt || strictness(b) - strictness(a));
  if (!last) return { status: "unknown", choice: null };
  if (last.outcome !== "allowed") return { status: "refused", choice: last };
  const hasEnded = last.validUntil !== null && day > last.validUntil;
  return { status: hasEnded ? "unknown" : "allowed", choice: last };
}

function strictness({ outcome }: Choice): number {
  return outcome === "allowed" ? 0 : 1;
}
