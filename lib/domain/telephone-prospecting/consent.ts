import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { CONSENT_ITEMS, type Consent } from "./facts";
import { broken, doubt, met, stricterOf, type Judgement, type Situation } from "./judgement";

/** Longest duration of a consent in months, R223-1. */
const LONGEST_MONTHS = 12;

/** Last day, on one reading, of a consent that was given at an instant. */
export function consentAnniversary(zone: Zone, givenAt: number): string {
  return addMonthsToDay(todayIn(zone, givenAt), LONGEST_MONTHS);
}

/** Judges whether a consent covers the instant of a call; "none" and unknown are judged as such. */
export function judgeConsent({ call, facts: { consent }, zone, day }: Situation): Judgement {
  if (consent === null) return doubt("consent-unknown");
  if (consent === "none" || consent.givenAt > call.at) return broken("consent-none");
  const { withdrawnAt, until } = consent;
  if (typeof withdrawnAt === "number" && withdrawnAt <= call.at) return broken("consent-withdrawn");
  const anniversary = consentAnniversary(zone, consent.givenAt);
  if (day > anniversary || (until !== null && day > until)) return broken("consent-expired");
  // A year counted in days ends the day before, one counted by the date on the day itself.
  if (day === anniversary) return doubt("consent-anniversary");
  if (until === null) return doubt("consent-duration-unknown");
  if (withdrawnAt === null) return doubt("consent-withdrawal-unknown");
  return met("consent-valid");
}

/** Judges what a consent holds and how it is proved, R223-1 and R223-2. */
export function judgeConsentContent(consent: Consent, { zone }: Pick<Situation, "zone">): Judgement {
  const items = CONSENT_ITEMS.map((item) => judgeAnswer(consent.items[item], `consent-${item}`));
  const anniversary = consentAnniversary(zone, consent.givenAt);
  const duration =
    consent.until === null
      ? doubt("consent-duration-unknown")
      : consent.until > anniversary
        ? broken("consent-too-long")
        : null;
  return [duration, judgeAnswer(consent.hasProof, "consent-proof")].reduce(
    stricterOf,
    items.reduce<Judgement>(stricterOf, met("consent-complete")),
  );
}

/** Judges whether a consent that was given after an instant covers the call. */
export function judgeConsentAfter(situation: Situation, instant: number): Judgement {
  const { consent } = situation.facts;
  const isEarlier = consent !== null && consent !== "none" && consent.givenAt <= instant;
  return isEarlier ? broken("consent-none") : judgeConsent(situation);
}

function judgeAnswer(answer: boolean | null, about: string): Judgement {
  if (answer === null) return doubt(`${about}-unanswered`);
  return answer ? null : broken(`${about}-missing`);
}
