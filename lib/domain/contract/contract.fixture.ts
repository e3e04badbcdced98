import { CLAUSE_IDS, type ClauseId } from "./clauses";
import { emptyContent, type Amendment, type ClauseAnswer, type ContractTermsDocument } from "./content";
import type { ContractAssessment } from "./contract-case";
import type { Contract, Instructor } from "./types";

/** A contract of a French controller with a call centre in Casablanca, of which nothing is missing. */
export const ORGANISATION: ContractAssessment["organisation"] = {
  country: "MA",
  siteCountries: ["MA"],
  gdprBinding: "contractual-only",
};

export const INSTRUCTOR: Instructor = {
  id: "0192f3a0-0000-7000-8000-000000000001",
  name: "Hélène Marchetti",
  capacity: "Directrice de la relation client",
  email: "h.marchetti@orvelle.example",
  power: "Annexe 3",
  from: "2026-01-01",
  until: null,
};

type ContractTermsChange = { [S in keyof ContractTermsDocument]?: Partial<ContractTermsDocument[S]> };

export function makeTerms(change: ContractTermsChange = {}): ContractTermsDocument {
  const { deed: contractTerms } = emptyContent();
  return {
    parties: { ...contractTerms.parties, ...change.parties },
    object: { ...contractTerms.object, ...change.object },
    term: {
      ...contractTerms.term,
      endsOn: "2026-12-31",
      renewal: "tacit",
      renewalMonths: 12,
      noticeCount: 3,
      ...change.term,
    },
    terms: {
      ...contractTerms.terms,
      breachNoticeHours: 24,
      authorisation: "general",
      objectionDays: 30,
      endFate: "controller-chooses",
      auditRights: "granted",
      binding: "contractual_only",
      ...change.terms,
    },
    instruments: {
      ...contractTerms.instruments,
      dpa: true,
      scc914: true,
      scc914SignedOn: "2026-01-01",
      scc914Option: "general",
      scc914Days: 30,
      scc914Law: "FR",
      scc914Forum: "FR",
      tiaOn: "2026-01-01",
      law0908: true,
      ...change.instruments,
    },
    clauses: { ...answers("present"), ...change.clauses },
  };
}

export function answers(
  answer: ClauseAnswer,
  ids: readonly ClauseId[] = CLAUSE_IDS,
): ContractTermsDocument["clauses"] {
  return Object.fromEntries(
    ids.map((id) => [id, { answer, place: "", note: "" }]),
  ) as ContractTermsDocument["clauses"];
}

export function contractWith(
  { amendments = [], ...change }: ContractTermsChange & { amendments?: Amendment[] } = {},
  dates: Partial<Omit<Contract, "content">> = {},
): Contract {
  return {
    signedOn: "2026-01-01",
    effectiveOn: "2026-01-01",
    noticeGivenOn: null,
    endedOn: null,
    ...dates,
    content: { deed: makeTerms(change), amendments },
  };
}

let serial = 0;

export function amendmentWith(
  says: Amendment["says"],
  effectiveOn: string | null,
  signedOn: string | null = effectiveOn,
): Amendment {
  serial += 1;
  const id = `0192f3a0-0000-7000-8000-${String(serial).padStart(12, "0")}`;
  return { id, title: `Avenant ${serial}`, signedOn, effectiveOn, says, withdrawn: null };
}

export function caseOf(contract: Contract, change: Partial<ContractAssessment> = {}): ContractAssessment {
  return { contract, instructors: [INSTRUCTOR], organisation: ORGANISATION, on: "2026-11-24", ...change };
}
