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

export const workCreateSchema = unionByKind<Sent<WorkKind> & z.output<z.ZodObject<typeof origin>>>(
  WORK_KINDS.map((kind) => workFormSchema(kind).extend(origin)),
);

export const workSaveSchema = unionByKind<Sent<WorkKind> & z.output<z.ZodObject<typeof place>>>(
  WORK_KINDS.map((kind) => workFormSchema(kind).extend(place)),
);

/** A line that is added, without `lineId`, or changed. */
export const lineSaveSchema = unionByKind<Sent<LinedKind> & z.output<z.ZodObject<typeof linePlace>>>(
  LINED_KINDS.map((kind) => lineFormSchema(kind).extend(linePlace)),
);

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

/** Reads a form by its kind; `Out` is what the union of the members sends. */
function unionByKind<Out>(members: readonly KindForm[]): z.ZodType<Out> {
  // zod types a union by a tuple of its members, and a list made by a map is none.
  return z.discriminatedUnion("kind", oneOrMore(members)) as unknown as z.ZodType<Out>;
}
type KindForm = ReturnType<typeof workFormSchema | typeof lineFormSchema>;

function oneOrMore<T>(items: readonly T[]): [T, ...T[]] {
  return [itemAt(items, 0), ...items.slice(1)];
}
