import { z } from "zod";
import {
  LOG_DELIMITERS,
  LOG_ENCODINGS,
  LOG_FIELDS,
  type CallLayout,
  type LogField,
} from "@/lib/domain/call-log/layout";
import { CALL_OUTCOMES, CODE_LENGTH } from "@/lib/domain/call-log/outcomes";
import type { LayoutOrigin } from "@/lib/domain/call-log/propose-layout";
import { TIME_FORMATS } from "@/lib/domain/call-log/read-instant";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { ZONES } from "@/lib/domain/time/zones";
import { COUNTRY_COLUMNS } from "@/lib/domain/choice/country-column";
import { requiredText, several } from "@/lib/forms/typed-fields";
import { whenRead } from "@/lib/forms/when-read";

/** Bytes of a log, at most. */
export const MAX_LOG_BYTES = 1024 * 1024 * 1024;
/** Bytes of its beginning by which its columns are proposed. */
export const SAMPLE_BYTES = 60_000;

const COLUMNS = 200;
// Layouts that were remembered before a field was have none of it.
const column = z.number().int().min(0).max(COLUMNS).nullable().default(null);

export const callLayoutSchema = z.object({
  columns: z
    .object(Object.fromEntries(LOG_FIELDS.map((field) => [field, column])) as Record<LogField, typeof column>)
    .refine(({ number, at }) => number !== null && at !== null, {
      error: "columns",
      ...whenRead("number", "at"),
    }),
  hasHead: z.boolean(),
  delimiter: z.enum(LOG_DELIMITERS),
  encoding: z.enum(LOG_ENCODINGS),
  timeFormat: z.enum(TIME_FORMATS),
  zone: z.enum(ZONES),
  dialPrefix: z.string().regex(/^\d{0,6}$/),
  numberCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  countryColumn: z.enum(["", ...COUNTRY_COLUMNS]).default(""),
  onlyValue: z.string().trim().max(200),
});

/** Choices of a person on how a sample is cut; the bytes decide where there is none. */
export const cutChoiceSchema = z.object({
  delimiter: z.enum(LOG_DELIMITERS).optional().catch(undefined),
  encoding: z.enum(LOG_ENCODINGS).optional().catch(undefined),
});

export type CutChoice = z.output<typeof cutChoiceSchema>;

/** Digits before every number of a column that only an exchange understands, and what three of its rows are without them. */
export type DialledPrefix = {
  column: number;
  prefix: string;
  /** Stated by the remembered layout, and not asked of again. */
  isKnown: boolean;
  samples: { written: string; read: string }[];
};

/** Reading of a log as its first rows propose it, with those rows. */
export type LogProposal = {
  origin: LayoutOrigin;
  layout: CallLayout;
  /** Digest of the head; "" where the first row is none. */
  head: string;
  rows: string[][];
  /** Columns in which digits seem to be dialled before each number; a person confirms those of the one that is chosen. */
  dialled: DialledPrefix[];
  /** Columns of days that are days both day first and month first; a person says which of the one that is chosen. */
  openOrders: number[];
};

/** Statements that go before the bytes of a log. */
export const logHeadSchema = z.object({
  campaignId: z.uuid(),
  fileName: z.string().trim().min(1).max(300),
  storedUntil: z.string().refine(isCalendarDay),
  layout: callLayoutSchema,
  /** Digest of the file's head; "" where it has none. */
  head: z.string().regex(/^(?:[0-9a-f]{64})?$/),
});
export type LogHead = z.output<typeof logHeadSchema>;

export const logIdSchema = z.object({ id: z.uuid() });
export type LogId = z.output<typeof logIdSchema>;

/** A form names the codes, each after "=" since one may be blank, and in the same order what each means. */
export const outcomesFormSchema = logIdSchema
  .extend({
    code: z.preprocess(
      several,
      z
        .array(
          z
            .string()
            .startsWith("=")
            .max(CODE_LENGTH + 1),
        )
        .max(250),
    ),
    outcome: z.preprocess(several, z.array(z.enum(CALL_OUTCOMES)).max(250)),
  })
  .transform(({ id, code, outcome }) => ({
    id,
    outcomes: Object.fromEntries(code.map((one, index) => [one.slice(1), outcome[index] ?? "unknown"])),
  }));
export type OutcomesInput = z.output<typeof outcomesFormSchema>;

export const closingSchema = logIdSchema.extend({
  judgementId: z.uuid(),
  on: z.string().trim().refine(isCalendarDay, "date"),
  reason: requiredText(2000),
});
export type ClosingInput = z.output<typeof closingSchema>;

/** A report on a log, in the language of its reader. */
export const reportSchema = logIdSchema.extend({ language: z.enum(["fr", "en", "ar"]).catch("fr") });
export type ReportAsked = z.output<typeof reportSchema>;
