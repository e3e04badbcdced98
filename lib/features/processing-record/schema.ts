import { z } from "zod";
import {
  ANSWERS,
  destinationSchema,
  FREQUENCIES,
  LEGAL_BASES,
  recordContentSchema,
  SPECIAL_CATEGORIES,
  subProcessorNamedSchema,
} from "@/lib/domain/processing-record/content";
import type { BulkKind } from "@/lib/domain/processing-record/bulk";
import type { RecordSection } from "@/lib/domain/processing-record/sections";
import { RECORD_EVENTS } from "@/lib/domain/processing-record/lifecycle";
import { dayFirst } from "@/lib/domain/time/partial-date";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import {
  blankAsNull,
  count,
  lines,
  place,
  requiredText,
  rowsOf,
  sectionForm,
  several,
  text,
  ticked,
  version,
} from "@/lib/forms/typed-fields";
import { beside } from "@/lib/forms/when-read";

// Converts form texts to the content's types, whose schema validates the rest.

/** Date to its known precision: "mars 2024", "2024-03-01", "1/3/2024". Has no source text of its own. */
const partialDate = z
  .string()
  .trim()
  .max(100, "tooLong")
  .default("")
  .transform((text, ctx) => {
    if (text === "") return null;
    const date = readPartialDate(text);
    if (!date) ctx.addIssue({ code: "custom", message: "date" });
    return date && (date.text === dayFirst(date.value) ? { ...date, text: "" } : date);
  });

/** Blank means null; an absent field has the default of its schema. */
const emptyAsNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? null : value), schema);

const country = emptyAsNull(destinationSchema.shape.country);
const answer = z.enum(ANSWERS).default("unanswered");

const destinations = rowsOf(
  destinationSchema.extend({
    transferId: blankAsNull(destinationSchema.shape.transferId),
    country,
    placeKind: emptyAsNull(destinationSchema.shape.placeKind),
    instrument: emptyAsNull(destinationSchema.shape.instrument),
    sccModule: count(destinationSchema.shape.sccModule),
    signedOn: partialDate,
    assessedOn: partialDate,
  }),
  100,
);

/** Processors of the own register are names: the controller authorises nobody. */
const processors = rowsOf(
  subProcessorNamedSchema.extend({ country, subProcessorId: z.null().default(null) }),
  100,
);

/** Listed sub-processor by id, or a name older than the list. */
const subProcessors = rowsOf(
  subProcessorNamedSchema
    .extend({
      name: z.string().trim().max(300, "tooLong").default(""),
      country,
      subProcessorId: emptyAsNull(subProcessorNamedSchema.shape.subProcessorId),
    })
    .refine(
      ({ name, subProcessorId }) => name !== "" || subProcessorId !== null,
      beside("subProcessorId", ["name"]),
    ),
  100,
);

const { shape } = recordContentSchema;

const ticks = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(several, z.array(z.enum(values)));

const reference = requiredText(60);

const personsAndData = {
  persons: lines,
  dataCategories: lines,
  specialAnswer: answer,
  specialCategories: ticks(SPECIAL_CATEGORIES),
  specialText: shape.specialText,
  minorsAnswer: answer,
  minorsText: shape.minorsText,
  minorsConsent: shape.minorsConsent,
  minorsProcedureId: blankAsNull(shape.minorsProcedureId),
};
const recipients = { recipients: lines, subProcessorsAnswer: answer };
const circumstances = {
  volumes: shape.volumes,
  tools: lines,
  sites: lines,
  startsOn: partialDate,
  endsOn: partialDate,
  reviewedOn: partialDate,
  reviewDueOn: partialDate,
  frequency: z.enum(FREQUENCIES).default("unanswered"),
  exemptionClaimed: ticked,
  notes: shape.notes,
};

export const sectionSchemas = {
  parties: z.object({ controllerId: z.uuid("required"), reference }),
  operations: z.object({ activity: shape.activity, operations: lines }),
  transfers: z.object({
    transferAnswer: answer,
    transferReason: shape.transferReason,
    transferText: shape.transferText,
    destinations,
  }),
  security: z.object({
    measureIds: z.preprocess(several, shape.measureIds),
    measures: lines,
    measuresAbsentReason: shape.measuresAbsentReason,
  }),
  additional: z.object({
    contractIds: z.preprocess(several, shape.contractIds),
    contractReference: shape.contractReference,
    ...personsAndData,
    ...recipients,
    subProcessors,
    ...circumstances,
  }),
  "own-parties": z.object({
    reference,
    jointAnswer: answer,
    jointControllers: lines,
    targetsUnion: answer,
  }),
  purposes: z.object({ activity: shape.activity, purposes: lines }),
  "persons-and-data": z.object(personsAndData),
  recipients: z.object({ ...recipients, subProcessors: processors }),
  retention: z.object({
    retention: shape.retention,
    retentionAbsentReason: shape.retentionAbsentReason,
  }),
  "own-additional": z.object({
    legalBases: ticks(LEGAL_BASES),
    specialCondition: shape.specialCondition,
    informationNotice: shape.informationNotice,
    cndpNumbers: lines,
    ...circumstances,
  }),
} satisfies Record<RecordSection, z.ZodType>;

export const sectionSaveSchema = sectionForm(sectionSchemas, place);

export const recordCreateSchema = z.object({
  controllerId: z.uuid("required"),
  activity: shape.activity,
  operations: lines,
  /** Code of the template. */
  template: z.string().trim().max(60, "tooLong").optional(),
  /** Language of the template's words in the entry. */
  language: z.enum(["fr", "en", "ar"]).optional(),
});

export const ownRecordCreateSchema = z.object({ activity: shape.activity, purposes: lines });

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date");

export const recordMoveSchema = z.object({
  ...place,
  event: z.enum(RECORD_EVENTS, "required"),
  on: day,
  reason: text(2000),
});

export const recordReviewSchema = z.object(place);

/** `version` is the current one as seen, `restored` the earlier one. */
export const recordRestoreSchema = z.object({ ...place, restored: version });

export type RecordRestore = z.output<typeof recordRestoreSchema>;
export type SectionSave = z.output<typeof sectionSaveSchema>;
export type OwnRecordCreate = z.output<typeof ownRecordCreateSchema>;
export type RecordCreate = z.output<typeof recordCreateSchema>;
export type RecordMove = z.output<typeof recordMoveSchema>;
export type RecordReview = z.output<typeof recordReviewSchema>;

/** Requires a reason for ending entries, as evidence; other acts need none. */
export function bulkTypedSchema(act: BulkKind) {
  const reason = text(2000);
  return z.object({ reason: act === "end" ? reason.refine((text) => text !== "", "reasonMissing") : reason });
}
