import {
  AUDIT_RIGHTS,
  AUTHORISATIONS,
  AUTHORITY_NOTICES,
  BINDINGS,
  END_FATES,
  NOTICE_UNITS,
  OPTIONS,
  RENEWALS,
  RIGHTS_REQUESTS,
  type ContractTermsDocument,
  type ContractTermsSection,
} from "./content";

/** A section whose fields are single values; the clauses have a form of their own. */
export type FieldSection = Exclude<ContractTermsSection, "clauses">;

export type FieldKind =
  | { kind: "line" | "text" | "lines" | "day" | "count" | "tick" | "country" | "countries" }
  /** `words` is the group under `contract.choices`. Without a blank option one of the list always applies. */
  | { kind: "choice"; words: string; options: readonly string[]; hasNoBlank?: true };

const choice = (words: string, options: readonly string[]): FieldKind => ({ kind: "choice", words, options });
const line = { kind: "line" } as const;
const text = { kind: "text" } as const;
const lines = { kind: "lines" } as const;
const day = { kind: "day" } as const;
const count = { kind: "count" } as const;
const tick = { kind: "tick" } as const;
const country = { kind: "country" } as const;

/** Control of each field, in the order of its form. */
export const CONTRACT_FIELDS: { [S in FieldSection]: Record<keyof ContractTermsDocument[S], FieldKind> } = {
  parties: {
    controllerSignatory: line,
    controllerSignatoryCapacity: line,
    processorSignatory: line,
    processorSignatoryCapacity: line,
    otherParties: text,
  },
  object: {
    subjectMatter: text,
    nature: text,
    purpose: text,
    operations: lines,
    dataCategories: lines,
    personCategories: lines,
    countries: { kind: "countries" },
    subProcessors: lines,
    retention: text,
  },
  term: {
    endsOn: day,
    renewal: choice("renewal", RENEWALS),
    renewalMonths: count,
    noticeCount: count,
    noticeUnit: { kind: "choice", words: "noticeUnit", options: NOTICE_UNITS, hasNoBlank: true },
  },
  terms: {
    breachNoticeHours: count,
    breachNoticeMeans: line,
    authorisation: choice("authorisation", AUTHORISATIONS),
    objectionDays: count,
    rightsRequests: choice("rightsRequests", RIGHTS_REQUESTS),
    rightsRequestsHours: count,
    rightsRequestsDays: count,
    endFate: choice("endFate", END_FATES),
    endFateDays: count,
    auditRights: choice("auditRights", AUDIT_RIGHTS),
    auditNoticeDays: count,
    authorityNotice: choice("authorityNotice", AUTHORITY_NOTICES),
    binding: choice("binding", BINDINGS),
  },
  instruments: {
    dpa: tick,
    scc915: tick,
    scc914: tick,
    scc914SignedOn: day,
    scc914Docking: choice("option", OPTIONS),
    scc914Option: choice("option9a", AUTHORISATIONS),
    scc914Days: count,
    scc914Redress: choice("option", OPTIONS),
    scc914Law: country,
    scc914Forum: country,
    tiaOn: day,
    law0908: tick,
    law0908Reference: line,
  },
};

export const FIELD_SECTIONS = Object.keys(CONTRACT_FIELDS) as FieldSection[];

/** The fields of one section with how each is asked. */
export function fieldsOf(section: FieldSection): [name: string, kind: FieldKind][] {
  return Object.entries(CONTRACT_FIELDS[section]);
}
