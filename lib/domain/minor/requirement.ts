import { ageOn, birthdayIn } from "./age";
import { digitalConsentAge, stateOf } from "./consent-age";

/** Null is unknown, everywhere. */
export type MinorFacts = {
  country: string | null;
  /** A birthdate, "2012-02-29", or completed years. */
  born: string | number | null;
  /** Whether consent is the legal basis. */
  isByConsent: boolean | null;
  /** Whether an information-society service is offered directly to the child. */
  isOnlineService: boolean | null;
  /** A preventive or counselling service, recital 38. */
  isCounselling: boolean | null;
};

export type MissingFact = "born" | "isByConsent" | "isOnlineService";

/** Reason for which nobody else is asked, though the person may be a child. */
export type NotEngaged = "other-basis" | "no-online-service" | "outside";

export type MinorRequirement =
  | { kind: "not-engaged"; reason: NotEngaged }
  | { kind: "counselling" }
  | { kind: "unknown"; missing: readonly MissingFact[] }
  /** At the age: the child decides alone. */
  | { kind: "alone"; threshold: number; isAssumed: boolean }
  /** Below it: the child and a holder of parental responsibility, or that holder. */
  | { kind: "joint" | "parental"; threshold: number; isAssumed: boolean; aloneFrom: string | null };

/** States where child and parent consent together. */
const JOINT: readonly string[] = ["FR"];

/** Says who consents for a person on a day, art. 8; withdrawal is always open to the person. */
export function minorRequirement(facts: MinorFacts, day: string): MinorRequirement {
  const found = digitalConsentAge(facts.country, day);
  const reason = notEngaged(facts, found === null);
  if (reason) return { kind: "not-engaged", reason };
  if (facts.isCounselling) return { kind: "counselling" };
  const missing = missingFacts(facts);
  if (missing.length > 0 || facts.born === null || found === null) return { kind: "unknown", missing };
  const { age: threshold, isAssumed } = found;
  if (yearsOf(facts.born, day) >= threshold) return { kind: "alone", threshold, isAssumed };
  const isJoint = facts.country !== null && JOINT.includes(stateOf(facts.country));
  const aloneFrom =
    typeof facts.born === "string" ? firstDayOfOwnConsent(facts.country, facts.born, day) : null;
  return { kind: isJoint ? "joint" : "parental", threshold, isAssumed, aloneFrom };
}

function notEngaged({ isByConsent, isOnlineService }: MinorFacts, isOutside: boolean): NotEngaged | null {
  if (isByConsent === false) return "other-basis";
  if (isOnlineService === false) return "no-online-service";
  return isOutside ? "outside" : null;
}

function missingFacts(facts: MinorFacts): MissingFact[] {
  return (["isByConsent", "isOnlineService", "born"] as const).filter((name) => facts[name] === null);
}

function yearsOf(born: string | number, day: string): number {
  return typeof born === "number" ? born : ageOn(born, day);
}

/** First birthday after a day on which the law, as it is known today, lets the child decide alone. */
function firstDayOfOwnConsent(country: string | null, birthdate: string, day: string): string | null {
  const born = Number(birthdate.slice(0, 4));
  const birthdays = Array.from({ length: OLDEST + 1 }, (_, years) => birthdayIn(birthdate, born + years));
  return (
    birthdays.find((birthday, years) => {
      const found = digitalConsentAge(country, birthday);
      return birthday > day && found !== null && years >= found.age;
    }) ?? null
  );
}

/** No state may ask for more than sixteen years. */
const OLDEST = 16;
