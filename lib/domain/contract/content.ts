import { z } from "zod";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { CLAUSE_IDS, type ClauseId } from "./clauses";

/** "unread" means that nobody answered: it is never treated as "absent". */
export const CLAUSE_ANSWERS = ["present", "insufficient", "absent", "unread"] as const;
export type ClauseAnswer = (typeof CLAUSE_ANSWERS)[number];

/** Sub-processors one by one, or a list with notice of its changes, 28(2). */
export const AUTHORISATIONS = ["specific", "general"] as const;
/** Article 28(3)(e): the processor forwards a person's request, or answers it. */
export const RIGHTS_REQUESTS = ["forwarded", "answered"] as const;
/** 28(3)(g) leaves the choice to the controller; a contract may have made it beforehand. */
export const END_FATES = ["controller-chooses", "delete", "return"] as const;
/** 28(3)(h). "restricted": reports only, or under conditions that empty the right. */
export const AUDIT_RIGHTS = ["granted", "restricted"] as const;
/** EDPB 9/2022: the processor notifies the authority itself only where mandated. */
export const AUTHORITY_NOTICES = ["mandated", "not-mandated"] as const;
/** Article 3(2): the processor is bound by its own targeting of persons in the Union, or by the contract. */
export const BINDINGS = ["direct_3_2", "contractual_only"] as const;
export const RENEWALS = ["none", "tacit"] as const;
export const NOTICE_UNITS = ["days", "months"] as const;
/** An optional clause of a set that is otherwise not to be changed. */
export const OPTIONS = ["included", "excluded"] as const;

const text = (max: number) => z.string().trim().max(max, "tooLong");
const list = z.array(z.string().trim().min(1).max(1000, "tooLong")).max(200, "tooMany");
const day = z.string().refine(isCalendarDay, "day").nullable();
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, "country")
  .nullable();
const count = (least: number, most: number) => z.number().int().min(least).max(most).nullable();

const parties = {
  controllerSignatory: text(300),
  controllerSignatoryCapacity: text(300),
  processorSignatory: text(300),
  processorSignatoryCapacity: text(300),
  /** Companies of the group, those who joined later by the docking clause. */
  otherParties: text(2000),
};

/** K01 to K06 in the contract's own words: what a processing is compared with. */
const object = {
  subjectMatter: text(4000),
  nature: text(4000),
  purpose: text(4000),
  operations: list,
  dataCategories: list,
  personCategories: list,
  /** Countries from which the contract lets the data be held or seen, ISO 3166-1 alpha-2. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, "country")).max(60, "tooMany"),
  subProcessors: list,
  retention: text(2000),
};

const term = {
  /** The last day, or null for a contract without a fixed end. */
  endsOn: day,
  /** Null where the contract was not read for it: a term past its end is then taken to bind no more. */
  renewal: z.enum(RENEWALS).nullable(),
  renewalMonths: count(1, 120),
  /** Length of the notice before the end. */
  noticeCount: count(1, 730),
  noticeUnit: z.enum(NOTICE_UNITS),
};

/** Terms that other modules compute with. Null is a silent contract: no default number replaces it. */
const terms = {
  /** Null: "without undue delay", 33(2). */
  breachNoticeHours: count(1, 720),
  breachNoticeMeans: text(1000),
  authorisation: z.enum(AUTHORISATIONS).nullable(),
  /** Null: no period to object was agreed. */
  objectionDays: count(1, 365),
  rightsRequests: z.enum(RIGHTS_REQUESTS).nullable(),
  rightsRequestsDays: count(0, 90),
  /** Contracts stored before the field existed state none. */
  rightsRequestsHours: count(1, 720).default(null),
  endFate: z.enum(END_FATES).nullable(),
  endFateDays: count(0, 3650),
  auditRights: z.enum(AUDIT_RIGHTS).nullable(),
  auditNoticeDays: count(0, 365),
  authorityNotice: z.enum(AUTHORITY_NOTICES).nullable(),
  binding: z.enum(BINDINGS).nullable(),
};

const instruments = {
  /** A data processing agreement of the parties' own. */
  dpa: z.boolean(),
  /** Clauses of 28(7): no effect under chapter V. */
  scc915: z.boolean(),
  /** Module 2 of the clauses of 2021/914: they satisfy 28(3) too, recital 9. */
  scc914: z.boolean(),
  scc914SignedOn: day,
  /** Clause 7. */
  scc914Docking: z.enum(OPTIONS).nullable(),
  /** Clause 9(a): option 1 is the specific authorisation, option 2 the general one. */
  scc914Option: z.enum(AUTHORISATIONS).nullable(),
  scc914Days: count(1, 365),
  /** Clause 11(a), the independent dispute resolution body. */
  scc914Redress: z.enum(OPTIONS).nullable(),
  /** Clauses 17 and 18(b). */
  scc914Law: country,
  scc914Forum: country,
  /** Transfer impact assessment, clause 14. */
  tiaOn: day,
  /** The layer of law 09-08 stands in the contract, and under which receipt of the CNDP. */
  law0908: z.boolean(),
  law0908Reference: text(300),
};

const clauseReading = z.object({
  answer: z.enum(CLAUSE_ANSWERS),
  /** Place in the contract: "art. 7.2, annex II". */
  place: text(300),
  note: text(2000),
  /** Author and day of the act that stated it as present with the unread clauses of its family. */
  markedTogether: z.object({ by: text(300), on: z.string().refine(isCalendarDay, "day") }).optional(),
});
export type ClauseReading = z.output<typeof clauseReading>;

const UNREAD: ClauseReading = { answer: "unread", place: "", note: "" };

/** Fields of a signed contract; an amendment has some of them. */
const termsShape = {
  parties: z.object(parties),
  object: z.object(object),
  term: z.object(term),
  terms: z.object(terms),
  instruments: z.object(instruments),
  clauses: z.record(z.enum(CLAUSE_IDS), clauseReading),
};
export const contractTermsSchema = z.object(termsShape);
export type ContractTermsDocument = z.output<typeof contractTermsSchema>;

export const CONTRACT_SECTIONS = ["parties", "object", "term", "terms", "instruments", "clauses"] as const;
export type ContractTermsSection = (typeof CONTRACT_SECTIONS)[number];

/** An amendment changes terms field by field and a clause as a whole. */
const clauseAnswersSchema = z.object({
  parties: termsShape.parties.partial().optional(),
  object: termsShape.object.partial().optional(),
  term: termsShape.term.partial().optional(),
  terms: termsShape.terms.partial().optional(),
  instruments: termsShape.instruments.partial().optional(),
  clauses: z.partialRecord(z.enum(CLAUSE_IDS), clauseReading).optional(),
});
export type ClauseAnswers = z.output<typeof clauseAnswersSchema>;

export const amendmentSchema = z.object({
  id: z.uuid(),
  title: text(300),
  /** Null while it is being negotiated: it changes nothing yet. */
  signedOn: day,
  effectiveOn: day,
  says: clauseAnswersSchema,
  /** Entered by mistake: the amendment never held. */
  withdrawn: z
    .object({ on: z.string().refine(isCalendarDay, "day"), reason: text(2000) })
    .nullable()
    .default(null),
});
export type Amendment = z.output<typeof amendmentSchema>;

/** The document of a contract: what was signed first, and every amendment since. */
export const contractContentSchema = z.object({
  deed: contractTermsSchema,
  amendments: z.array(amendmentSchema).max(100, "tooMany"),
});
export type ContractContent = z.output<typeof contractContentSchema>;

/** A contract of which nothing has been read yet. */
export function emptyContent(): ContractContent {
  return { deed: EMPTY, amendments: [] };
}

const EMPTY: ContractTermsDocument = {
  parties: {
    controllerSignatory: "",
    controllerSignatoryCapacity: "",
    processorSignatory: "",
    processorSignatoryCapacity: "",
    otherParties: "",
  },
  object: {
    subjectMatter: "",
    nature: "",
    purpose: "",
    operations: [],
    dataCategories: [],
    personCategories: [],
    countries: [],
    subProcessors: [],
    retention: "",
  },
  term: { endsOn: null, renewal: null, renewalMonths: null, noticeCount: null, noticeUnit: "months" },
  terms: {
    breachNoticeHours: null,
    breachNoticeMeans: "",
    authorisation: null,
    objectionDays: null,
    rightsRequests: null,
    rightsRequestsDays: null,
    rightsRequestsHours: null,
    endFate: null,
    endFateDays: null,
    auditRights: null,
    auditNoticeDays: null,
    authorityNotice: null,
    binding: null,
  },
  instruments: {
    dpa: false,
    scc915: false,
    scc914: false,
    scc914SignedOn: null,
    scc914Docking: null,
    scc914Option: null,
    scc914Days: null,
    scc914Redress: null,
    scc914Law: null,
    scc914Forum: null,
    tiaOn: null,
    law0908: false,
    law0908Reference: "",
  },
  clauses: Object.fromEntries(CLAUSE_IDS.map((id) => [id, UNREAD])) as Record<ClauseId, ClauseReading>,
};
