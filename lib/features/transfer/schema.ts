import { z } from "zod";
import { FLOWS, transferContentSchema, type TransferSection } from "@/lib/domain/transfer/content";
import { TRANSFER_EVENTS } from "@/lib/domain/transfer/lifecycle";
import { blankAsNull, count, eventForm, place, sectionForm, text } from "@/lib/forms/typed-fields";
import { beside } from "@/lib/forms/when-read";

// Converts form texts to the document's types, whose schema validates the rest.

const { importer, tool, assessment } = {
  importer: transferContentSchema.shape.importer.shape,
  tool: transferContentSchema.shape.tool.shape,
  assessment: transferContentSchema.shape.assessment.shape,
};

export const sectionSchemas = {
  importer: z.object({
    name: importer.name.default(""),
    country: blankAsNull(importer.country),
    placeKind: blankAsNull(importer.placeKind),
    address: importer.address.default(""),
    contact: importer.contact.default(""),
    activities: importer.activities.default(""),
    standing: importer.standing.default(""),
  }),
  tool: z.object({
    tool: blankAsNull(tool.tool),
    module: count(tool.module),
    signedOn: blankAsNull(tool.signedOn),
    docking: blankAsNull(tool.docking),
    authorisation: blankAsNull(tool.authorisation),
    noticeDays: count(tool.noticeDays),
    redress: blankAsNull(tool.redress),
    law: blankAsNull(tool.law),
    forum: blankAsNull(tool.forum),
    authority: tool.authority.default(""),
  }),
  assessment: z.object({
    data: assessment.data.default(""),
    actors: assessment.actors.default(""),
    rules: assessment.rules.default(""),
    necessity: assessment.necessity.default(""),
    oversight: assessment.oversight.default(""),
    remedies: assessment.remedies.default(""),
    practice: assessment.practice.default(""),
    measures: assessment.measures.default(""),
    conclusion: blankAsNull(assessment.conclusion),
    reasons: assessment.reasons.default(""),
    assessedOn: blankAsNull(assessment.assessedOn),
    nextReviewOn: blankAsNull(assessment.nextReviewOn),
  }),
} satisfies Record<TransferSection, z.ZodType>;

export const transferSectionSchema = sectionForm(sectionSchemas, place);

/** A controller's own transfer has the organisation as importer. */
export const transferCreateSchema = z
  .object({
    flow: z.enum(FLOWS, "required"),
    controllerId: blankAsNull(z.uuid().nullable()),
    subProcessorId: blankAsNull(z.uuid().nullable()),
    importerName: text(300),
    country: blankAsNull(importer.country),
    placeKind: blankAsNull(importer.placeKind),
    address: importer.address.default(""),
    tool: blankAsNull(tool.tool),
    module: count(tool.module),
    signedOn: blankAsNull(tool.signedOn),
  })
  .refine(
    ({ flow, controllerId }) => flow !== "to-organisation" || controllerId !== null,
    beside("controllerId", ["flow"]),
  )
  .refine(
    ({ flow, subProcessorId }) => flow !== "to-organisation" || subProcessorId === null,
    beside("subProcessorId", ["flow"], "transfer.ownTransfer"),
  )
  .refine(
    ({ flow, subProcessorId, importerName }) =>
      flow !== "to-sub-processor" || subProcessorId !== null || importerName !== "",
    beside("importerName", ["flow", "subProcessorId"]),
  );

/** Blank means no sub-processor. */
export const transferLinkSchema = z.object({ ...place, subProcessorId: blankAsNull(z.uuid().nullable()) });

export const transferMoveSchema = eventForm(TRANSFER_EVENTS);

export type TransferCreate = z.output<typeof transferCreateSchema>;
export type TransferSectionSave = z.output<typeof transferSectionSchema>;
export type TransferLink = z.output<typeof transferLinkSchema>;
export type TransferMove = z.output<typeof transferMoveSchema>;
