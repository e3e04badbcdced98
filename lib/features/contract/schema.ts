import { z } from "zod";
import { CLAUSE_FAMILY_NAMES } from "@/lib/domain/contract/clause-families";
import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import { contractTermsSchema, type ContractTermsSection } from "@/lib/domain/contract/content";
import { CONTRACT_EVENTS } from "@/lib/domain/contract/lifecycle";
import { typedCountries } from "@/lib/forms/typed-countries";
import {
  blankAsNull,
  count,
  eventForm,
  lines,
  place,
  requiredText,
  sectionForm,
  text,
  ticked,
} from "@/lib/forms/typed-fields";

// Converts form texts to the document's types, whose schema validates the rest.

const { object, term, terms, instruments } = {
  object: contractTermsSchema.shape.object.shape,
  term: contractTermsSchema.shape.term.shape,
  terms: contractTermsSchema.shape.terms.shape,
  instruments: contractTermsSchema.shape.instruments.shape,
};

const reading = z.object({
  answer: contractTermsSchema.shape.clauses.valueType.shape.answer.default("unread"),
  place: text(300),
  note: text(2000),
});

export const sectionSchemas = {
  parties: z.object({
    controllerSignatory: text(300),
    controllerSignatoryCapacity: text(300),
    processorSignatory: text(300),
    processorSignatoryCapacity: text(300),
    otherParties: text(2000),
  }),
  object: z.object({
    subjectMatter: text(4000),
    nature: text(4000),
    purpose: text(4000),
    operations: lines,
    dataCategories: lines,
    personCategories: lines,
    countries: typedCountries.pipe(object.countries),
    subProcessors: lines,
    retention: text(2000),
  }),
  term: z.object({
    endsOn: blankAsNull(term.endsOn),
    renewal: blankAsNull(term.renewal).default(null),
    renewalMonths: count(term.renewalMonths),
    noticeCount: count(term.noticeCount),
    noticeUnit: term.noticeUnit.default("months"),
  }),
  terms: z.object({
    breachNoticeHours: count(terms.breachNoticeHours),
    breachNoticeMeans: text(1000),
    authorisation: blankAsNull(terms.authorisation),
    objectionDays: count(terms.objectionDays),
    rightsRequests: blankAsNull(terms.rightsRequests),
    rightsRequestsDays: count(terms.rightsRequestsDays),
    rightsRequestsHours: count(terms.rightsRequestsHours),
    endFate: blankAsNull(terms.endFate),
    endFateDays: count(terms.endFateDays),
    auditRights: blankAsNull(terms.auditRights),
    auditNoticeDays: count(terms.auditNoticeDays),
    authorityNotice: blankAsNull(terms.authorityNotice),
    binding: blankAsNull(terms.binding),
  }),
  instruments: z.object({
    dpa: ticked,
    scc915: ticked,
    scc914: ticked,
    scc914SignedOn: blankAsNull(instruments.scc914SignedOn),
    scc914Docking: blankAsNull(instruments.scc914Docking),
    scc914Option: blankAsNull(instruments.scc914Option),
    scc914Days: count(instruments.scc914Days),
    scc914Redress: blankAsNull(instruments.scc914Redress),
    scc914Law: blankAsNull(instruments.scc914Law),
    scc914Forum: blankAsNull(instruments.scc914Forum),
    tiaOn: blankAsNull(instruments.tiaOn),
    law0908: ticked,
    law0908Reference: text(300),
  }),
  /** Absent clauses retain their earlier reading. */
  clauses: z.object(
    Object.fromEntries(CLAUSE_IDS.map((id) => [id, reading.optional()])) as Record<
      ClauseId,
      z.ZodOptional<typeof reading>
    >,
  ),
} satisfies Record<ContractTermsSection, z.ZodType>;

export const contractSectionSchema = sectionForm(sectionSchemas, {
  ...place,
  /** Amendment to change; absent for the contract as first signed. */
  amendment: blankAsNull(z.uuid().nullable()),
  /** Family of clauses whose unread ones are stated as present by one press. */
  allPresent: blankAsNull(z.enum(CLAUSE_FAMILY_NAMES).nullable()).default(null),
});

export const contractNameSchema = z.object({
  reference: requiredText(60),
  title: text(300),
});

export const contractCreateSchema = contractNameSchema.extend({ controllerId: z.uuid("required") });

export const contractRenameSchema = contractNameSchema.extend(place);

const day = z.iso.date("day");
const optionalDay = blankAsNull(day.nullable());

export const contractMoveSchema = eventForm(CONTRACT_EVENTS);

export const amendmentFieldsSchema = z.object({
  title: requiredText(300),
  signedOn: optionalDay,
  effectiveOn: optionalDay,
});

export const amendmentSaveSchema = amendmentFieldsSchema.extend({
  ...place,
  amendment: blankAsNull(z.uuid().nullable()),
});

export const amendmentWithdrawSchema = z.object({
  ...place,
  amendment: z.uuid(),
  reason: requiredText(2000),
});

export const instructorFieldsSchema = z.object({
  name: requiredText(300),
  capacity: text(300),
  email: z.union([z.literal(""), z.email("email")]).default(""),
  /** Basis of the power to instruct; required, article 29. */
  power: z.string().trim().min(1, "contract.instructorWithoutPower").max(1000, "tooLong"),
  from: day,
  until: optionalDay,
});

export const instructorSaveSchema = instructorFieldsSchema.extend({
  ...place,
  instructor: blankAsNull(z.uuid().nullable()),
});

export type ContractSectionSave = z.output<typeof contractSectionSchema>;
export type ContractCreate = z.output<typeof contractCreateSchema>;
export type ContractRename = z.output<typeof contractRenameSchema>;
export type ContractMove = z.output<typeof contractMoveSchema>;
export type AmendmentSave = z.output<typeof amendmentSaveSchema>;
export type AmendmentWithdraw = z.output<typeof amendmentWithdrawSchema>;
export type InstructorSave = z.output<typeof instructorSaveSchema>;
