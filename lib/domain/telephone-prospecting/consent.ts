import { lastConsentDay } from "@/lib/domain/statute/telephone-consent";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { CONSENT_ITEMS, type Consent } from "./facts";
import { broken, doubt, met, stricterOf, type Judgement, type Situation } from "./judgement";

/** Last day, on one reading, of a consent that was given at an instant. */
export function consentAnniversary(zone: Zone, givenAt: number): string {
  return lastConsentDay(todayIn(zone, givenAt));
}

/** Judges whether a consent covers the instant of a call; "none" and unknown are judged as such. */
export function judgeConsent(situation: Situation): Judgement {
  const { call, facts, zone, day } = situation;
  const { consent } = facts;
  if (consent === null) return judgeUndatedConsent(situation);
  if (consent === "none" || consent.givenAt > call.at) return broken("consent-none");
  const { withdrawnAt, until } = consent;
  const withdrawal = judgeWithdrawal(situation, withdrawnAt);
  if (withdrawal?.verdict === "broken") return withdrawal;
  const anniversary = consentAnniversary(zone, consent.givenAt);
  if (day > anniversary || (until !== null && day > until)) return broken("consent-expired");
  // A year counted in days ends the day before, one counted by the date on the day itself.
  if (day === anniversary) return doubt("consent-anniversary");
  if (until === null) return doubt("consent-duration-unknown");
  return withdrawal ?? met("consent-valid");
}

/** Judges one that was given on a day that nobody knows: however early it was, it has ended or was withdrawn since. */
function judgeUndatedConsent(situation: Situation): Judgement {
  const stated = situation.facts.undated?.consent;
  if (!stated) return doubt("consent-unknown");
  const withdrawal = judgeWithdrawal(situation, stated.withdrawnAt);
  if (withdrawal?.verdict === "broken") return withdrawal;
  if (stated.until !== null && situation.day > stated.until) return broken("consent-expired");
  return doubt(stated.day === "same-day" ? "consent-same-day" : "consent-undated");
}

/** Judges whether a consent was withdrawn by the call; null where it was not. One withdrawn on an unknown day covers nothing. */
export function judgeWithdrawal(
  { call, facts }: Pick<Situation, "call" | "facts">,
  withdrawnAt: Consent["withdrawnAt"],
): Judgement {
  if (typeof withdrawnAt === "number") return withdrawnAt <= call.at ? broken("consent-withdrawn") : null;
  if (withdrawnAt === "never") return null;
  const undated = facts.undated?.withdrawal;
  if (undated === undefined) return doubt("consent-withdrawal-unknown");
  return undated === "unknown" ? broken("consent-withdrawn") : doubt("consent-withdrawn-same-day");
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
