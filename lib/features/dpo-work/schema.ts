import { z } from "zod";
import { contentSchemas, lineSchemas } from "@/lib/domain/dpo-work/content";
import { LINE_FIELDS, WORK_FIELDS, type WorkField } from "@/lib/domain/dpo-work/fields";
import { LINED_KINDS, type LinedKind, WORK_KINDS, type WorkKind } from "@/lib/domain/dpo-work/kinds";
import { itemAt } from "@/lib/domain/invariant/required";
import { blankAsNull, count, perLine, place, text } from "@/lib/forms/typed-fields";

// Converts form texts to the document's types, whose schema validates the rest.

/** References of entries, one a line: the verb finds their rows. */
const references = z.preprocess(
  perLine,
  z.array(z.string().max(100, "tooLong")).max(2000, "tooMany").default([]),
);

/** Control names with what each sends. */
function fieldsOf(fields: readonly WorkField[], shape: z.ZodRawShape): z.ZodRawShape {
  return Object.fromEntries(fields.map(([name, of]) => [name, asSent(of.kind, shape[name] as z.ZodType)]));
}

function asSent(kind: WorkField[1]["kind"], schema: z.ZodType): z.ZodType {
  switch (kind) {
    case "day":
      return blankAsNull(schema);
    case "count":
      return count(schema);
    case "lines":
      return z.preprocess(perLine, schema);
    case "controller":
      return z.uuid("required");
    case "records":
      return references;
    default:
      return schema;
  }
}

type Sent<K extends string> = { kind: K } & Record<string, unknown>;

/** Form of a document of one kind. */
export function workFormSchema(kind: WorkKind) {
  return z.object({ kind: z.literal(kind), ...fieldsOf(WORK_FIELDS[kind], contentSchemas[kind].shape) });
}

/** Form of one line of a document. */
export function lineFormSchema(kind: LinedKind) {
  return z.object({ kind: z.literal(kind), ...fieldsOf(LINE_FIELDS[kind], lineSchemas[kind].shape) });
}

/** Origin of a new document: the training that it repeats, the entry of a feed that was read. */
const origin = { repeatsId: blankAsNull(z.uuid().nullable()), entryId: blankAsNull(z.uuid().nullable()) };
const linePlace = { ...place, lineId: blankAsNull(z.uuid().nullable()) };

export const workCreateSchema = z.discriminatedUnion(
  "kind",
  oneOrMore(WORK_KINDS.map((kind) => workFormSchema(kind).extend(origin))),
) as unknown as z.ZodType<Sent<WorkKind> & { repeatsId: string | null; entryId: string | null }>;

export const workSaveSchema = z.discriminatedUnion(
  "kind",
  oneOrMore(WORK_KINDS.map((kind) => workFormSchema(kind).extend(place))),
) as unknown as z.ZodType<Sent<WorkKind> & z.output<z.ZodObject<typeof place>>>;

/** A line that is added, without `lineId`, or changed. */
export const lineSaveSchema = z.discriminatedUnion(
  "kind",
  oneOrMore(LINED_KINDS.map((kind) => lineFormSchema(kind).extend(linePlace))),
) as unknown as z.ZodType<Sent<LinedKind> & z.output<z.ZodObject<typeof linePlace>>>;

/** Event of a document, or of the line named by `part`. */
export const workFactSchema = z.object({
  ...place,
  kind: z.enum(WORK_KINDS),
  part: z.union([z.literal(""), z.uuid()]).default(""),
  event: z.string().min(1, "required").max(60),
  on: z.iso.date("day"),
  detail: text(2000),
  reason: text(2000),
  nextOn: blankAsNull(z.iso.date("day").nullable()),
  amount: count(z.number("number").int("number").min(1, "number").max(100_000, "number").nullable()),
});

export type WorkCreate = z.output<typeof workCreateSchema>;
export type WorkSave = z.output<typeof workSaveSchema>;
export type LineSave = z.output<typeof lineSaveSchema>;
export type WorkFactInput = z.output<typeof workFactSchema>;

function oneOrMore<T>(items: readonly T[]): [T, ...T[]] {
  return [itemAt(items, 0), ...items.slice(1)];
}
