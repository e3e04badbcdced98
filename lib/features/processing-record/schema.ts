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
import { version } from "@/lib/forms/typed-fields";

// Converts form texts to the content's types, whose schema validates the rest.

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

const country = z.preprocess((value) => (value === "" ? null : value), destinationSchema.shape.country);
const ticked = z.union([z.boolean(), z.stringbool()]).default(false);
const answer = z.enum(ANSWERS).default("unanswered");

/** Blank means null. */
const blankAsNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema);

const destinations = z.preprocess(
  withoutBlankRows,
  z
    .array(
      destinationSchema.extend({
        transferId: blankAsNull(destinationSchema.shape.transferId),
        country,
        instrument: z.preprocess(
          (value) => (value === "" ? null : value),
          destinationSchema.shape.instrument,
        ),
        sccModule: z.preprocess(
          (value) => (value === "" || value === null || value === undefined ? null : Number(value)),
          destinationSchema.shape.sccModule,
        ),
        signedOn: partialDate,
        assessedOn: partialDate,
      }),
    )
    .max(100, "tooMany")
    .default([]),
);

/** Processors of the own register are names: the controller authorises nobody. */
const processors = z.preprocess(
  withoutBlankRows,
  z
    .array(subProcessorNamedSchema.extend({ country, subProcessorId: z.null().default(null) }))
    .max(100, "tooMany")
    .default([]),
);

/** Listed sub-processor by id, or a name older than the list. */
const subProcessors = z.preprocess(
  withoutBlankRows,
  z
    .array(
      subProcessorNamedSchema
        .extend({
          name: z.string().trim().max(300, "tooLong").default(""),
          country,
          subProcessorId: z.preprocess(
            (value) => (value === "" ? null : value),
            subProcessorNamedSchema.shape.subProcessorId,
          ),
        })
        .refine(({ name, subProcessorId }) => name !== "" || subProcessorId !== null, {
          path: ["subProcessorId"],
          message: "required",
        }),
    )
    .max(100, "tooMany")
    .default([]),
);

const { shape } = recordContentSchema;

/** Normalises none, one or several ticks, which browsers send differently. */
const ticks = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => [value].flat().filter((tick) => typeof tick === "string" && tick !== ""),
    z.array(z.enum(values)),
  );

const reference = z.string().trim().min(1, "required").max(60, "tooLong");

const personsAndData = {
  persons: lines,
  dataCategories: lines,
  specialAnswer: answer,
  specialCategories: ticks(SPECIAL_CATEGORIES),
  specialText: shape.specialText,
  minorsAnswer: answer,
  minorsText: shape.minorsText,
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
    measureIds: z.preprocess(
      // A single box sends nothing where unticked.
      (value) => (value === undefined || value === false ? [] : Array.isArray(value) ? value : [value]),
      shape.measureIds,
    ),
    measures: lines,
    measuresAbsentReason: shape.measuresAbsentReason,
  }),
  beyond: z.object({
    contractIds: z.preprocess(
      // A single box sends nothing where unticked.
      (value) => (value === undefined || value === false ? [] : Array.isArray(value) ? value : [value]),
      shape.contractIds,
    ),
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
  "own-beyond": z.object({
    legalBases: ticks(LEGAL_BASES),
    specialCondition: shape.specialCondition,
    informationNotice: shape.informationNotice,
    cndpNumbers: lines,
    ...circumstances,
  }),
} satisfies Record<RecordSection, z.ZodType>;

const place = { id: z.uuid(), version };

export const sectionSaveSchema = z.discriminatedUnion("section", [
  sectionSchemas.parties.extend({ section: z.literal("parties"), ...place }),
  sectionSchemas.operations.extend({ section: z.literal("operations"), ...place }),
  sectionSchemas.transfers.extend({ section: z.literal("transfers"), ...place }),
  sectionSchemas.security.extend({ section: z.literal("security"), ...place }),
  sectionSchemas.beyond.extend({ section: z.literal("beyond"), ...place }),
  sectionSchemas["own-parties"].extend({ section: z.literal("own-parties"), ...place }),
  sectionSchemas.purposes.extend({ section: z.literal("purposes"), ...place }),
  sectionSchemas["persons-and-data"].extend({ section: z.literal("persons-and-data"), ...place }),
  sectionSchemas.recipients.extend({ section: z.literal("recipients"), ...place }),
  sectionSchemas.retention.extend({ section: z.literal("retention"), ...place }),
  sectionSchemas["own-beyond"].extend({ section: z.literal("own-beyond"), ...place }),
]);

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
  id: z.uuid(),
  version,
  event: z.enum(RECORD_EVENTS),
  on: day,
  reason: z.string().trim().max(2000, "tooLong").default(""),
});

export const recordReviewSchema = z.object({ id: z.uuid(), version });

/** `version` is the current one as seen, `restored` the earlier one. */
export const recordRestoreSchema = z.object({ id: z.uuid(), version, restored: version });

export type RecordRestore = z.output<typeof recordRestoreSchema>;
export type SectionSave = z.output<typeof sectionSaveSchema>;
export type OwnRecordCreate = z.output<typeof ownRecordCreateSchema>;
export type RecordCreate = z.output<typeof recordCreateSchema>;
export type RecordMove = z.output<typeof recordMoveSchema>;
export type RecordReview = z.output<typeof recordReviewSchema>;

/** Drops blank rows, which forms send. */
function withoutBlankRows(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.filter(
    (row) => row && typeof row === "object" && Object.values(row).some((cell) => cell !== ""),
  );
}

/** Requires a reason for ending entries, as evidence; other acts need none. */
export function bulkTypedSchema(act: BulkKind) {
  const reason = z.string().trim().max(2000, "tooLong").default("");
  return z.object({ reason: act === "end" ? reason.refine((text) => text !== "", "reasonMissing") : reason });
}
