import { z } from "zod";
import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import { deedSchema, type ContractTermsSection } from "@/lib/domain/contract/content";
import { CONTRACT_EVENTS } from "@/lib/domain/contract/lifecycle";
import { typedCountries } from "@/lib/forms/typed-countries";
import { version } from "@/lib/forms/typed-fields";

// Converts form texts to the document's types, whose schema validates the rest.

const lines = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter(Boolean)
      : value,
  z.array(z.string().max(1000, "tooLong")).max(200, "tooMany").default([]),
);

/** Blank means that the contract is silent. */
const blankAsNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema);

const count = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (value) => (value === "" || value === undefined || value === null ? null : Number(value)),
    schema,
  );

const ticked = z.union([z.boolean(), z.stringbool()]).default(false);
const text = (max: number) => z.string().trim().max(max, "tooLong").default("");

const { object, term, terms, instruments } = {
  object: deedSchema.shape.object.shape,
  term: deedSchema.shape.term.shape,
  terms: deedSchema.shape.terms.shape,
  instruments: deedSchema.shape.instruments.shape,
};

const reading = z.object({
  answer: deedSchema.shape.clauses.valueType.shape.answer.default("unread"),
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
    renewal: term.renewal.default("none"),
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

const place = {
  id: z.uuid(),
  version,
  /** Amendment to change; absent for the contract as first signed. */
  amendment: blankAsNull(z.uuid().nullable()),
};

export const contractSectionSchema = z.discriminatedUnion("section", [
  sectionSchemas.parties.extend({ section: z.literal("parties"), ...place }),
  sectionSchemas.object.extend({ section: z.literal("object"), ...place }),
  sectionSchemas.term.extend({ section: z.literal("term"), ...place }),
  sectionSchemas.terms.extend({ section: z.literal("terms"), ...place }),
  sectionSchemas.instruments.extend({ section: z.literal("instruments"), ...place }),
  sectionSchemas.clauses.extend({ section: z.literal("clauses"), ...place }),
]);

export const contractNameSchema = z.object({
  reference: z.string().trim().min(1, "required").max(60, "tooLong"),
  title: text(300),
});

export const contractCreateSchema = contractNameSchema.extend({ controllerId: z.uuid("required") });

export const contractRenameSchema = contractNameSchema.extend({ id: z.uuid(), version });

const day = z.iso.date("day");
const optionalDay = blankAsNull(day.nullable());

export const contractMoveSchema = z.object({
  id: z.uuid(),
  version,
  event: z.enum(CONTRACT_EVENTS),
  on: day,
  reason: text(2000),
});

export const amendmentFieldsSchema = z.object({
  title: z.string().trim().min(1, "required").max(300, "tooLong"),
  signedOn: optionalDay,
  effectiveOn: optionalDay,
});

export const amendmentSaveSchema = amendmentFieldsSchema.extend({
  id: z.uuid(),
  version,
  amendment: blankAsNull(z.uuid().nullable()),
});

export const amendmentWithdrawSchema = z.object({
  id: z.uuid(),
  version,
  amendment: z.uuid(),
  reason: z.string().trim().min(1, "required").max(2000, "tooLong"),
});

export const instructorFieldsSchema = z.object({
  name: z.string().trim().min(1, "required").max(300, "tooLong"),
  capacity: text(300),
  email: z.union([z.literal(""), z.email("email")]).default(""),
  /** Basis of the power to instruct; required, article 29. */
  power: z.string().trim().min(1, "contract.instructorWithoutPower").max(1000, "tooLong"),
  from: day,
  until: optionalDay,
});

export const instructorSaveSchema = instructorFieldsSchema.extend({
  id: z.uuid(),
  version,
  instructor: blankAsNull(z.uuid().nullable()),
});

export type ContractSectionSave = z.output<typeof contractSectionSchema>;
export type ContractCreate = z.output<typeof contractCreateSchema>;
export type ContractRename = z.output<typeof contractRenameSchema>;
export type ContractMove = z.output<typeof contractMoveSchema>;
export type AmendmentSave = z.output<typeof amendmentSaveSchema>;
export type AmendmentWithdraw = z.output<typeof amendmentWithdrawSchema>;
export type InstructorSave = z.output<typeof instructorSaveSchema>;
