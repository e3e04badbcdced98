import { EVERY_PURPOSE, type Choice } from "@/lib/domain/choice/choices";
import { CONSENT_ITEMS, type Consent, type ProspectingFacts } from "@/lib/domain/telephone-prospecting/facts";
import type { ANSWERS } from "./content";

export type ConsentItems = Partial<Record<keyof Consent["items"], (typeof ANSWERS)[number] | null>>;

/** A choice with its proof, how it came, and what the wording held by which it was asked for; null where nobody knows. */
export type ProvenChoice = Choice & { proof: string; source: string; items: ConsentItems | null };

export type PersonFacts = Pick<ProspectingFacts, "consent" | "refusal" | "objection">;

/**
 * Facts of one person towards one controller at an instant, as rules on calls ask for them. The last agreement until then
 * is the consent, which whatever stops calls after it has withdrawn. A recorded refusal is an objection, 21(2), unless it is of
 * an offer alone, and one made in a call is also a refusal on the telephone.
 */
export function personFacts(
  choices: readonly ProvenChoice[],
  { purpose, at }: { purpose: string; at: number },
): PersonFacts {
  const made = choices
    .filter(
      (one) =>
        one.act === "telephone" &&
        (one.purpose === purpose || one.purpose === EVERY_PURPOSE) &&
        one.decidedAt <= at,
    )
    .toSorted((a, b) => b.decidedAt - a.decidedAt);
  const consent = made.find(({ outcome }) => outcome === "allowed");
  const stops = made.filter(({ outcome }) => outcome !== "allowed");
  const refused = stops.filter(({ outcome }) => outcome === "refused");
  return {
    consent: consent ? consentOf(consent, stops) : "none",
    refusal: refused.find(({ source }) => source === "call")?.decidedAt ?? "never",
    objection: refused.find(({ isOfOffer }) => !isOfOffer)?.decidedAt ?? "never",
  };
}

function consentOf(given: ProvenChoice, stops: readonly ProvenChoice[]): Consent {
  const after = stops.filter(({ decidedAt }) => decidedAt >= given.decidedAt);
  return {
    givenAt: given.decidedAt,
    until: given.validUntil,
    withdrawnAt: after.at(-1)?.decidedAt ?? "never",
    items: itemsOf(given.items),
    hasProof: given.proof !== "",
  };
}

/** Items as facts: what nobody answered is unknown. */
export function itemsOf(items: ConsentItems | null): Consent["items"] {
  const entries = CONSENT_ITEMS.map((item) => {
    const answer = items?.[item] ?? null;
    return [item, answer === null ? null : answer === "yes"] as const;
  });
  return Object.fromEntries(entries) as Consent["items"];
}
