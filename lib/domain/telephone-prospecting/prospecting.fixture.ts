import type { Consent, ProspectingCall, ProspectingFacts } from "./facts";
import type { Territory } from "./territories";

/** Facts of a call that breaks nothing on a Tuesday at noon. */
export const CLEAN: ProspectingFacts = {
  audience: "consumer",
  channel: "voice",
  sector: "other",
  contract: "none",
  consent: "none",
  callBack: "none",
  sale: null,
  bloctel: { scrubbedOn: "2026-08-01", isListed: false },
  agreedTime: "none",
  attempts: 0,
  refusal: "never",
  objection: "never",
  shownNumber: "other-french",
  isAuthenticated: true,
  isFromAbroad: true,
  isRobot: false,
  isDialler: false,
};

export function consentGiven(on: string, changes: Partial<Consent> = {}): Consent {
  return {
    givenAt: Date.parse(`${on}T10:00:00Z`),
    until: "2099-01-01",
    withdrawnAt: "never",
    items: { identities: true, freeChoice: true, duration: true, withdrawal: true, proofAccess: true },
    hasProof: true,
    ...changes,
  };
}

export function callAt(instant: string, ...territories: Territory[]): ProspectingCall {
  return { at: Date.parse(instant), territories: territories.length > 0 ? territories : ["FR"] };
}
