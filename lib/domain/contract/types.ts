import type { ContractContent } from "./content";

/** Each follows from dated facts: signature, taking effect, the term, an end that was recorded. */
export const CONTRACT_STATES = ["draft", "signed", "in-force", "expired", "ended"] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** The dated facts of a contract, ISO calendar dates. */
export type ContractDates = {
  signedOn: string | null;
  effectiveOn: string | null;
  /** Notice was given: it ends at its term, and does not renew. */
  noticeGivenOn: string | null;
  /** The day on which it ended in fact, whatever its term says. */
  endedOn: string | null;
};

/** A contract as the rules read it. */
export type Contract = ContractDates & { content: ContractContent };

/** Articles 28(3)(a) and 29: person who may instruct, under a stated power. Days inclusive. */
export type Instructor = {
  id: string;
  name: string;
  /** Position at the controller: "Directrice de la relation client". */
  capacity: string;
  email: string;
  /** Source of the power: "annex 3", "power of 3 March 2026". Required. */
  power: string;
  from: string;
  until: string | null;
};
