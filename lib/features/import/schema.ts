import { z } from "zod";
import { ABSENT_CHOICES, NO_ABSENT_DECISIONS } from "@/lib/domain/import/absent";
import { DELIMITERS, ENCODINGS } from "@/lib/domain/import/text-forms";
import { DATE_ORDERS, IMPORT_TARGETS } from "@/lib/domain/import/types";
import { CAPACITIES } from "@/lib/domain/processing-record/types";
import { blankAsNull, several, ticked } from "@/lib/forms/typed-fields";

/** Bytes; a larger file is no register. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const run = { id: z.uuid(), version: z.coerce.number().int().positive().max(2_147_483_647) };

/** Sent for a column with an ambiguous head of which nobody has said the field. */
export const ASK_TARGET = "ask";

/** Targets in the order of the file's columns. */
export const columnsSchema = z.object({
  ...run,
  targets: z
    .array(z.enum([...IMPORT_TARGETS, ASK_TARGET]))
    .min(1, "required")
    .max(500, "tooMany"),
  /** Order of day and month in 02/03/2024; blank where nothing was asked or answered. */
  dateOrder: blankAsNull(z.enum(DATE_ORDERS).nullable()),
});

const place = z.coerce.number().int().min(0).max(1000);

/** Indexes of the register's sheets, from 0. */
export const sheetSchema = z.object({
  ...run,
  sheets: z.preprocess(several, z.array(place).min(1, "required").max(500)),
});

const blank = <T extends z.ZodType>(schema: T) => blankAsNull(schema.nullable());

/** Null leaves a choice to the reader. `header` is a line, 0 for none. */
const choices = {
  header: blank(z.coerce.number().int().min(0).max(100_000)),
  encoding: blank(z.enum(ENCODINGS)),
  delimiter: blank(z.enum(DELIMITERS)),
  register: blank(z.enum(CAPACITIES)),
};
export const readingSchema = z.object({ ...run, ...choices });

/** Choices that a file may leave to a person. */
export type AskedChoice = "register" | "encoding";

const absentChoice = z.enum(ABSENT_CHOICES);

/** Decisions on absent entries; a blank one follows the common choice. */
const absentSchema = z.object({
  all: absentChoice.default("keep"),
  rows: z
    .preprocess(withoutHoles, z.array(z.object({ id: z.uuid(), choice: blank(absentChoice) })).max(1000))
    .default([]),
  note: z.string().trim().max(500, "tooLong").default(""),
  on: blank(z.string().trim().max(20)),
  reason: z.string().trim().max(2000, "tooLong").default(""),
});

/** Each join names its spelling, and each row its cells: an answer means the same wherever it stood on its page. */
export const decisionsSchema = z.object({
  ...run,
  joins: z
    .preprocess(
      withoutHoles,
      z.array(z.object({ name: z.string().max(1000), to: z.string().max(1100).default("") })).max(5000),
    )
    .default([]),
  rows: z.preprocess(
    withoutHoles,
    z
      .array(
        z.object({
          fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
          skip: ticked,
          refuseEnd: ticked,
          erase: ticked,
        }),
      )
      .max(20_000)
      .default([]),
  ),
  absent: absentSchema.optional(),
  /** Answers to the questions shown; `rest` answers those of them that have none. */
  questions: z
    .preprocess(
      withoutHoles,
      z.array(z.object({ key: z.string().max(34_000), answer: z.string().max(300).default("") })).max(5000),
    )
    .default([]),
  rest: z.string().max(60).default(""),
});

export const commitSchema = z.object({
  ...run,
  /** Fingerprint of the plan shown: only that plan is written. */
  plan: z.string().regex(/^[0-9a-f]{64}$/),
});

export const abandonSchema = z.object(run);

export const stopSchema = z.object({ id: run.id });

export type ReadingInput = z.output<typeof readingSchema>;
export type SheetInput = z.output<typeof sheetSchema>;
export type ColumnsInput = z.output<typeof columnsSchema>;
export type DecisionsInput = z.output<typeof decisionsSchema>;
export type CommitInput = z.output<typeof commitSchema>;
export type StopInput = z.output<typeof stopSchema>;
export type AbandonInput = z.output<typeof abandonSchema>;

/** Decisions stored with the run. */
export const storedDecisionsSchema = z.object({
  rows: z
    .record(
      z.string(),
      z.object({
        skip: z.boolean().optional(),
        acceptEnd: z.boolean().optional(),
        erase: z.boolean().optional(),
      }),
    )
    .default({}),
  // A zod record would drop a name such as "__proto__".
  controllers: z
    .unknown()
    .optional()
    .transform((stated): Record<string, string> =>
      Object.fromEntries(
        Object.entries(stated ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
      ),
    ),
  questions: z.record(z.string(), z.string()).default({}),
  absent: z
    .object({
      all: absentChoice,
      rows: z.record(z.string(), absentChoice),
      note: z.string(),
      on: z.string().nullable(),
      reason: z.string(),
    })
    .default(NO_ABSENT_DECISIONS),
  /** Chosen sheets; older runs have a single one in another column. */
  sheets: z.array(z.number().int()).default([]),
  sheet: z.number().int().nullable().optional(),
  header: choices.header,
  encoding: choices.encoding,
  delimiter: choices.delimiter,
  register: choices.register,
});
export type ImportDecisions = z.output<typeof storedDecisionsSchema>;

export type ReadChoices = Pick<ImportDecisions, "sheets" | "header" | "encoding" | "delimiter" | "register">;
export const NO_CHOICES: ReadChoices = {
  sheets: [],
  header: null,
  encoding: null,
  delimiter: null,
  register: null,
};

/** Merges the older single sheet into the list. */
export function readChoices({ sheets, sheet, ...values }: ImportDecisions): ReadChoices {
  const chosen = sheets.length === 0 && typeof sheet === "number" ? [sheet] : sheets;
  const { header, encoding, delimiter, register } = values;
  return { sheets: chosen, header, encoding, delimiter, register };
}

/** Drops missing indexes: rows without a decision have no field. */
function withoutHoles(value: unknown): unknown {
  return Array.isArray(value) ? value.filter(() => true) : value;
}
