import { startOfDay, todayIn } from "@/lib/domain/time/zones";
import type { ParentalFacts } from "./parental-state";

const ZONE = "Europe/Paris";

/**
 * Standing of what was authorised for a child who now decides alone: "never" authorised, "chosen" anew by the young person, "ended" by its
 * term, or "holds" until they choose (EDPB 05/2020, points 149 and 150).
 */
export type OwnChoice = {
  kind: "never" | "chosen" | "ended" | "holds";
  /** Day from which they decide alone; null once the birthdate is erased. */
  since: string | null;
  /** Instant of the first choice of their own; null while there is none. */
  chosenAt: number | null;
};

/** Day from which the child decides alone, by the law known when it was asked for; null once the birthdate is erased. */
export function decidesAloneFrom({
  ageOn,
  askedAt,
}: Pick<ParentalFacts, "ageOn" | "askedAt">): string | null {
  const age = ageOn(todayIn(ZONE, askedAt));
  return age.kind === "holds" ? age.aloneFrom : null;
}

/** Instant of the first choice of the young person since the day on which they decide alone; null while there is none. */
export function ownChoiceAt(
  { choices }: Pick<ParentalFacts, "choices">,
  since: string | null,
): number | null {
  if (since === null) return null;
  const from = startOfDay(ZONE, since);
  return choices.findLast((one) => one.consentId === null && one.decidedAt >= from)?.decidedAt ?? null;
}

/** Tells where the own choice of a young person stands on the day of an instant, who decides alone by then. */
export function ownChoice(facts: ParentalFacts, now: number): OwnChoice {
  const since = decidesAloneFrom(facts);
  const chosenAt = ownChoiceAt(facts, since);
  const [last] = facts.choices;
  const isGiven = facts.authorisedOn !== null || facts.choices.some((one) => isAuthorising(one, facts));
  if (chosenAt !== null) return { kind: "chosen", since, chosenAt };
  if (!isGiven || last?.outcome !== "allowed") return { kind: "never", since, chosenAt };
  const isEnded = last.validUntil !== null && todayIn(ZONE, now) > last.validUntil;
  return { kind: isEnded ? "ended" : "holds", since, chosenAt };
}

function isAuthorising(
  { consentId, outcome }: ParentalFacts["choices"][number],
  { consentId: own }: ParentalFacts,
): boolean {
  return consentId === own && outcome === "allowed";
}
