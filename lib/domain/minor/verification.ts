export const RISKS = ["low", "high"] as const;
export type Risk = (typeof RISKS)[number];

export const VERIFICATION_MEANS = [
  "declaration-email",
  "call-back",
  "payment",
  "electronic-identity",
] as const;
export type VerificationMeans = (typeof VERIFICATION_MEANS)[number];

const MEANS: Record<Risk, readonly VerificationMeans[]> = {
  low: ["declaration-email"],
  high: ["call-back", "payment", "electronic-identity"],
};

/** Reasonable efforts to verify who authorised, art. 8(2), in proportion to the risk; an unknown risk is taken as high. */
export function verificationFor(risk: Risk | null): readonly VerificationMeans[] {
  return MEANS[risk ?? "high"];
}

/** Proof stored with an authorisation: who gave it, by which power, how it was verified, and when. */
export const AUTHORISATION_PROOF = ["who", "power", "means", "day"] as const;
