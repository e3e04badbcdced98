import { z } from "zod";
import { CLAUSE_FAMILY_NAMES } from "@/lib/domain/contract/clause-families";
import type { ClauseId } from "@/lib/domain/contract/clauses";
import {
  certificationSchema,
  chainLinkSchema,
  FLOWING_CLAUSE_IDS,
  siteSchema,
  subProcessorContentSchema,
} from "@/lib/domain/sub-processor/content";
import { SUB_PROCESSOR_EVENTS } from "@/lib/domain/sub-processor/lifecycle";
import type { SubProcessorSection } from "@/lib/domain/sub-processor/sections";
import { typedCountries } from "@/lib/forms/typed-countries";
import {
  blankAsNull,
  count,
  eventForm,
  place,
  requiredText,
  rowsOf,
  sectionForm,
  text,
} from "@/lib/forms/typed-fields";

// Converts form texts to the document's types, whose schema validates the rest.

const { identity, service, places, chain, guarantees, contract } = {
  identity: subProcessorContentSchema.shape.identity.shape,
  service: subProcessorContentSchema.shape.service.shape,
  places: subProcessorContentSchema.shape.places.shape,
  chain: subProcessorContentSchema.shape.chain.shape,
  guarantees: subProcessorContentSchema.shape.guarantees.shape,
  contract: subProcessorContentSchema.shape.contract.shape,
};
const terms = contract.terms.shape;

const site = siteSchema.extend({
  name: siteSchema.shape.name.default(""),
  address: siteSchema.shape.address.default(""),
  country: blankAsNull(siteSchema.shape.country),
});

const certification = certificationSchema.extend({
  kind: certificationSchema.shape.kind.or(z.literal("").transform(() => "other" as const)).default("other"),
  reference: certificationSchema.shape.reference.default(""),
  issuer: certificationSchema.shape.issuer.default(""),
  validUntil: blankAsNull(certificationSchema.shape.validUntil),
});

const reading = z.object({
  answer: contract.clauses.valueType.shape.answer.default("unread"),
  place: text(300),
  note: text(2000),
});

/** Excludes clauses that describe one processing: they are not passed down. Absent clauses retain their earlier reading. */
const clauses = z.object(
  Object.fromEntries(FLOWING_CLAUSE_IDS.map((id) => [id, reading.optional()])) as Record<
    ClauseId,
    z.ZodOptional<typeof reading>
  >,
);

export const sectionSchemas = {
  identity: z.object({
    name: identity.name,
    registration: identity.registration.default(""),
    country: blankAsNull(identity.country),
    address: identity.address.default(""),
    contact: identity.contact.default(""),
    dpoContact: identity.dpoContact.default(""),
  }),
  service: z.object({
    service: service.service.default(""),
    data: service.data.default(""),
    startsOn: blankAsNull(service.startsOn),
    endsOn: blankAsNull(service.endsOn),
  }),
  places: z.object({
    sites: rowsOf(site, 100),
    accessAnswer: blankAsNull(places.accessAnswer),
    accessCountries: typedCountries.pipe(places.accessCountries),
    accessNote: places.accessNote.default(""),
  }),
  chain: z.object({ answer: blankAsNull(chain.answer) }),
  guarantees: z.object({
    checks: guarantees.checks.default(""),
    checkedOn: blankAsNull(guarantees.checkedOn),
    certifications: rowsOf(certification, 50),
  }),
  contract: z.object({
    reference: contract.reference.default(""),
    signedOn: blankAsNull(contract.signedOn),
    endsOn: blankAsNull(contract.endsOn),
  }),
  terms: z.object({
    breachNoticeHours: count(terms.breachNoticeHours),
    breachNoticeMeans: terms.breachNoticeMeans.default(""),
    authorisation: blankAsNull(terms.authorisation),
    objectionDays: count(terms.objectionDays),
    rightsRequestsDays: count(terms.rightsRequestsDays),
    endFate: blankAsNull(terms.endFate),
    endFateDays: count(terms.endFateDays),
    auditRights: blankAsNull(terms.auditRights),
    auditNoticeDays: count(terms.auditNoticeDays),
  }),
  clauses,
} satisfies Record<SubProcessorSection, z.ZodType>;

export const subProcessorSectionSchema = sectionForm(sectionSchemas, {
  ...place,
  /** Family of clauses whose unread ones are stated as present by one press. */
  allPresent: blankAsNull(z.enum(CLAUSE_FAMILY_NAMES).nullable()).default(null),
});

export const chainLinkFields = z.object({
  under: blankAsNull(chainLinkSchema.shape.under),
  name: chainLinkSchema.shape.name,
  country: blankAsNull(chainLinkSchema.shape.country),
  address: chainLinkSchema.shape.address.default(""),
  contact: chainLinkSchema.shape.contact.default(""),
  service: chainLinkSchema.shape.service.default(""),
});

export const chainLinkSaveSchema = chainLinkFields.extend({
  ...place,
  link: blankAsNull(z.uuid().nullable()),
});

export const chainLinkRemoveSchema = z.object({
  ...place,
  link: z.uuid(),
  reason: requiredText(2000),
});

/** Requires the minimum; the sheet asks for the rest. */
export const subProcessorCreateSchema = z.object({
  name: identity.name,
  country: blankAsNull(identity.country),
  service: service.service.default(""),
});

export const subProcessorMoveSchema = eventForm(SUB_PROCESSOR_EVENTS);

export type SubProcessorCreate = z.output<typeof subProcessorCreateSchema>;
export type SubProcessorSectionSave = z.output<typeof subProcessorSectionSchema>;
export type ChainLinkSave = z.output<typeof chainLinkSaveSchema>;
export type ChainLinkRemove = z.output<typeof chainLinkRemoveSchema>;
export type SubProcessorMove = z.output<typeof subProcessorMoveSchema>;
