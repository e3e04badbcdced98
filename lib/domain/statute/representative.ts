import { isInEea } from "./eea";
import type { ApplicableLaws } from "./applicable-laws";

/** True where article 27 asks a client for a representative, or may: it targets persons in the Union, 3(2), or nobody has said. */
export function isRepresentativeAsked({ applied, open }: ApplicableLaws): boolean {
  return (
    open?.question === "targeting" ||
    applied.some(({ law, reason }) => law === "gdpr" && reason === "targeting")
  );
}

/** Reason for which no representative is due, of a client that names none; null where one is, or nobody knows. */
export function representativeExemption(
  laws: ApplicableLaws,
  { country, on }: { country: string | null; on: string },
): "seat" | "establishment" | "not-targeting" | null {
  if (country === null) return null;
  if (isInEea(country, on)) return "seat";
  if (laws.applied.some(({ law, reason }) => law === "gdpr" && reason === "establishment"))
    return "establishment";
  return isRepresentativeAsked(laws) ? null : "not-targeting";
}
