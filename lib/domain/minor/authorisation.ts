import { minorRequirement, type MinorRequirement } from "./requirement";
import { verificationFor, type Risk, type VerificationMeans } from "./verification";

/** Powers by which somebody authorises for a child, art. 8(1): parental responsibility, guardianship, a court. */
export const POWERS = ["parent", "guardian", "court"] as const;
export type Power = (typeof POWERS)[number];

/**
 * Doubts that whoever asks for an authorisation, or records one, confirms: somebody was asked or authorised already, it is dated before
 * what it authorises, another birthdate of the same person is recorded, 5(1)(d).
 */
export const AUTHORISATION_DOUBTS = ["isSecond", "isEarlier", "isBornOther"] as const;
export type AuthorisationDoubt = (typeof AUTHORISATION_DOUBTS)[number];

/** Child whose consent is authorised; `born` is a birthdate. */
type Child = { country: string | null; born: string };

/** Answers who consents on a day, where article 8 is engaged: only then is anybody asked for an authorisation. */
function requirementOn({ country, born }: Child, day: string): MinorRequirement {
  return minorRequirement(
    { country, born, isByConsent: true, isOnlineService: true, isCounselling: false },
    day,
  );
}

/** Refusal of an authorisation: nobody was needed on its day, or its means are too weak for the risk, art. 8(2). */
export type AuthorisationRefusal = "notNeeded" | "outside" | "means";

export function refusedAuthorisation(
  child: Child,
  { day, risk, means }: { day: string; risk: Risk; means: VerificationMeans },
): AuthorisationRefusal | null {
  const { kind } = requirementOn(child, day);
  if (kind === "not-engaged") return "outside";
  if (kind !== "joint" && kind !== "parental") return "notNeeded";
  return isEnough(means, risk) ? null : "means";
}

/** A stronger means serves a low risk too. */
function isEnough(means: VerificationMeans, risk: Risk): boolean {
  return risk === "low" || verificationFor(risk).includes(means);
}

/** Status on a day; it lapses when the child decides alone, and `aloneFrom` is that day by the law known today. */
export type AuthorisationStatus =
  { kind: "holds"; isJoint: boolean; aloneFrom: string | null } | { kind: "lapsed" };

export function authorisationStatus(child: Child, day: string): AuthorisationStatus {
  const found = requirementOn(child, day);
  if (found.kind !== "joint" && found.kind !== "parental") return { kind: "lapsed" };
  return { kind: "holds", isJoint: found.kind === "joint", aloneFrom: found.aloneFrom };
}
