import type { z } from "zod";
import { partialDateSchema } from "@/lib/domain/time/partial-date-schema";
import {
  destinationSchema,
  recordContentSchema,
  subProcessorNamedSchema,
  type RecordContent,
} from "./content";

/**
 * A document as it was stored. What has the fields of today's schema, every one and no other, went through that schema
 * when it was written, and is taken at its word: a register of thousands is read in half the time. An older one is
 * parsed, and gets what came into being since.
 */
export function readStoredContent(stored: unknown): RecordContent {
  return isOfToday(stored) ? stored : recordContentSchema.parse(stored);
}

function isOfToday(stored: unknown): stored is RecordContent {
  if (!hasFields(stored, CONTENT)) return false;
  const { destinations, subProcessors, startsOn, endsOn, reviewedOn, reviewDueOn } = stored;
  return (
    isListOf(subProcessors, SUB_PROCESSOR) &&
    isListOf(destinations, DESTINATION) &&
    (destinations as Fields[]).every((to) => isDate(to.signedOn) && isDate(to.assessedOn)) &&
    [startsOn, endsOn, reviewedOn, reviewDueOn].every(isDate)
  );
}

type Fields = Record<string, unknown>;

const fieldsOf = ({ shape }: z.ZodObject): string[] => Object.keys(shape);
const CONTENT = fieldsOf(recordContentSchema);
const DESTINATION = fieldsOf(destinationSchema);
const SUB_PROCESSOR = fieldsOf(subProcessorNamedSchema);
const DATE = fieldsOf(partialDateSchema);

function hasFields(value: unknown, fields: readonly string[]): value is Fields {
  if (typeof value !== "object" || value === null) return false;
  return Object.keys(value).length === fields.length && fields.every((field) => Object.hasOwn(value, field));
}

function isListOf(value: unknown, fields: readonly string[]): boolean {
  return Array.isArray(value) && value.every((item) => hasFields(item, fields));
}

function isDate(value: unknown): boolean {
  return value === null || hasFields(value, DATE);
}
