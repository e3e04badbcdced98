import { agreedCallFacts, appointmentAt, type Appointment } from "@/lib/domain/choice/appointment";
import {
  EVERY_PURPOSE,
  isTaken,
  lastFirst,
  type Choice,
  type ChoiceAsked,
} from "@/lib/domain/choice/choices";
import {
  CONSENT_ITEMS,
  type CallBack,
  type Consent,
  type ProspectingFacts,
} from "@/lib/domain/telephone-prospecting/facts";
import type { ANSWERS } from "./content";

export type ConsentItems = Partial<Record<keyof Consent["items"], (typeof ANSWERS)[number] | null>>;

/** A choice with its proof, how it came, and what the wording held by which it was asked for; null where nobody knows. */
export type ProvenChoice = Choice & { proof: string; source: string; items: ConsentItems | null };

/** `agreedTime` and `callBack` only where an appointment says so: of none recorded, what a campaign or a log knows stands. */
export type PersonFacts = Pick<ProspectingFacts, "consent" | "refusal" | "objection"> & {
  agreedTime?: "precise";
  callBack?: CallBack;
};

/**
 * Facts of one person towards one controller at an instant, as rules on calls ask for them. The last agreement until then
 * is the consent, which whatever stops calls after it has withdrawn. A recorded refusal is an objection, 21(2), unless it is of
 * an offer alone, and one made in a call is also a refusal on the telephone. One that is limited to times counts at them alone.
 */
export function personFacts(
  choices: readonly ProvenChoice[],
  {
    act = "telephone",
    purpose,
    at,
    day = "",
    span,
  }: Pick<ChoiceAsked, "purpose" | "at"> & Partial<ChoiceAsked>,
  appointments: readonly Appointment[] = [],
): PersonFacts {
  const kept = appointmentAt(appointments, { purpose, at });
  const made = choices
    .filter(
      (one) =>
        one.act === act &&
        (one.purpose === purpose || one.purpose === EVERY_PURPOSE) &&
        one.decidedAt <= at &&
        isTaken(one, { at, day, span }),
    )
    .toSorted(lastFirst);
  const given = made.find(({ outcome }) => outcome === "allowed" || outcome === "awaiting");
  // A child's agreement is no consent before it is authorised, art. 8(1), and nobody withdrew it.
  const consent = given?.outcome === "awaiting" ? undefined : given;
  const stops = made.filter(({ outcome }) => outcome === "refused" || outcome === "withdrawn");
  const refused = stops.filter(({ outcome }) => outcome === "refused");
  return {
    consent: consent ? consentOf(consent, stops) : "none",
    refusal: refused.find(({ source }) => source === "call")?.decidedAt ?? "never",
    objection: refused.find(({ isOfOffer }) => !isOfOffer)?.decidedAt ?? "never",
    ...(kept && agreedCallFacts(kept)),
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
