import { z } from "zod";
import { IMPORT_TARGETS } from "@/lib/domain/import/types";

/** A spreadsheet; past this it is no register. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const run = { id: z.uuid(), version: z.coerce.number().int().positive().max(2_147_483_647) };

/** Where each column goes, in the order of the file's columns. */
export const columnsSchema = z.object({
  ...run,
  targets: z.array(z.enum(IMPORT_TARGETS)).min(1, "required").max(500, "tooMany"),
});

/** Which sheet of a workbook is the register, by its place, from 0. */
export const sheetSchema = z.object({ ...run, sheet: z.coerce.number().int().min(0).max(1000) });

const ticked = z.union([z.boolean(), z.stringbool()]).default(false);

/**
 * What a person decided in the preview. `names` are the spellings of the file in the order shown, `joins` the key each
 * was put under. Rows are named by their line.
 */
export const decisionsSchema = z.object({
  ...run,
  names: z.array(z.string().max(1000)).max(5000).default([]),
  joins: z.array(z.string().max(1100)).max(5000).default([]),
  rows: z.preprocess(
    withoutHoles,
    z
      .array(z.object({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/), skip: ticked, refuseEnd: ticked }))
      .max(20_000)
      .default([]),
  ),
});

export const commitSchema = z.object({
  ...run,
  /** Fingerprint of the plan that was on the screen: what is written is what was seen. */
  plan: z.string().regex(/^[0-9a-f]{64}$/),
});

export const abandonSchema = z.object(run);

export const stopSchema = z.object({ id: run.id });

export type SheetInput = z.output<typeof sheetSchema>;
export type ColumnsInput = z.output<typeof columnsSchema>;
export type DecisionsInput = z.output<typeof decisionsSchema>;
export type CommitInput = z.output<typeof commitSchema>;
export type StopInput = z.output<typeof stopSchema>;
export type AbandonInput = z.output<typeof abandonSchema>;

/** Decisions as they are kept with the run. */
export const keptDecisionsSchema = z.object({
  rows: z
    .record(z.string(), z.object({ skip: z.boolean().optional(), acceptEnd: z.boolean().optional() }))
    .default({}),
  // A record of zod's leaves out a name such as "__proto__".
  controllers: z
    .unknown()
    .optional()
    .transform((said): Record<string, string> =>
      Object.fromEntries(
        Object.entries(said ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
      ),
    ),
  /** The sheet that was chosen where several hold a table. */
  sheet: z.number().int().nullable().default(null),
});
export type KeptDecisions = z.output<typeof keptDecisionsSchema>;

/** A row that leaves nothing to decide has no field in the form: the numbers pass over it. */
function withoutHoles(value: unknown): unknown {
  return Array.isArray(value) ? value.filter(() => true) : value;
}
