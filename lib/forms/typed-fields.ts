import { itemAt } from "@/lib/domain/invariant/required";
import { z } from "zod";

/** Version number that the person read; refuses more than PostgreSQL's `integer` holds. */
export const version = z.coerce.number().int().positive().max(2_147_483_647);

/** The document that a form changes, and the version of it that was read. */
export const place = { id: z.uuid(), version };

/** Text that may be blank, of at most `max` characters. */
export const text = (max: number) => z.string().trim().max(max, "tooLong").default("");

export const requiredText = (max: number) => z.string().trim().min(1, "required").max(max, "tooLong");

export const line = text(300);

/** Blank means that nobody has said: null. */
export const blankAsNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema);

/** Whole number; blank is null, what is no number is refused by the schema. */
export const count = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (isBlank(value) ? null : Number(value)), schema);

/** Reads one box: browsers send "true" or nothing, our own values are booleans. */
export const ticked = z.union([z.boolean(), z.stringbool()]).default(false);

/**
 * Lists what a group of boxes sends: nothing, false or a blank where none is ticked, a lone value where one is, a list
 * that may have blanks and holes where several are.
 */
export const several = (value: unknown): unknown[] => [value].flat().filter((item) => !isBlank(item));

/** Splits a text into one entry per line; a list is returned unchanged. */
export const perLine = (value: unknown) =>
  typeof value === "string"
    ? value
        .split("\n")
        .map((entry) => entry.trim())
        .filter(Boolean)
    : value;

export const lines = z.preprocess(
  perLine,
  z.array(z.string().max(1000, "tooLong")).max(200, "tooMany").default([]),
);

/** Rows of a table, without those that were left blank and without the holes of removed ones. */
export const rowsOf = <Row extends z.ZodType>(row: Row, most: number) =>
  z.preprocess(withoutBlankRows, z.array(row).max(most, "tooMany").default([]));

function withoutBlankRows(value: unknown): unknown {
  return Array.isArray(value) ? value.filter((row) => isWritten(row)) : value;
}

function isWritten(row: unknown): boolean {
  return typeof row === "object" && row !== null && Object.values(row).some((cell) => !isBlank(cell));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === "" || value === false;
}

type Sections = Record<string, z.ZodObject>;

type SectionOf<S extends Sections, P extends z.ZodRawShape> = {
  [K in keyof S & string]: z.output<S[K]> & { section: K } & z.output<z.ZodObject<P>>;
}[keyof S & string];

/** Form of one section of a document: the section names which fields are sent. */
export function sectionForm<S extends Sections, P extends z.ZodRawShape>(
  sections: S,
  fields: P,
): z.ZodType<SectionOf<S, P>> {
  const forms = Object.entries(sections).map(([section, schema]) =>
    schema.extend({ ...fields, section: z.literal(section) }),
  );
  // Sections are a record, whose members zod's union of a tuple cannot name.
  return z.discriminatedUnion("section", [itemAt(forms, 0), ...forms.slice(1)]) as unknown as z.ZodType<
    SectionOf<S, P>
  >;
}

/** Form of a dated event: a reason is refused by the noun's life where it is wanting. */
export const eventForm = <Event extends string>(events: readonly Event[]) =>
  z.object({ ...place, event: z.enum(events, "required"), on: z.iso.date("day"), reason: text(2000) });
