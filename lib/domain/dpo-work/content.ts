import { z } from "zod";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import type { LinedKind, WorkKind } from "./kinds";

const text = z.string().trim().max(20_000, "tooLong").default("");
const line = z.string().trim().max(300, "tooLong").default("");
const title = z.string().trim().min(1, "required").max(300, "tooLong");
const day = z.string().refine(isCalendarDay, "day").nullable().default(null);
const someDay = z.string("required").refine(isCalendarDay, "day");
const names = z.array(z.string().trim().min(1).max(200, "tooLong")).max(1000, "tooMany").default([]);
const count = (most: number) => z.number("number").int("number").min(0, "number").max(most, "number");

/** Address of a page, which is shown as a link: no other scheme opens. */
const address = z
  .string()
  .trim()
  .max(2000, "tooLong")
  .refine((url) => url === "" || /^https?:\/\//i.test(url), "webAddress")
  .default("");

/** Kinds of assistance, art. 28(3)(e), (f) and (h). */
export const ASSISTANCE = ["requests", "security", "breach", "dpia", "consultation", "audit"] as const;
export type Assistance = (typeof ASSISTANCE)[number];

export const ASSISTANCE_ARTICLES: Record<Assistance, string> = {
  requests: "28(3)(e)",
  security: "28(3)(f)",
  breach: "28(3)(f)",
  dpia: "28(3)(f)",
  consultation: "28(3)(f)",
  audit: "28(3)(h)",
};

/** Law 09-08: articles 12(2), 12(1), 43-44 with form F118; DATA-TIKA is a programme of the CNDP, joined by convention. */
export const FILINGS = ["declaration", "authorisation", "transfer", "data-tika", "other"] as const;
export type FilingType = (typeof FILINGS)[number];

export const SEVERITIES = ["critical", "major", "minor", "remark"] as const;

const lineId = { id: z.uuid() };

/** Lines of the documents that have some. */
export const lineSchemas = {
  "watch-item": z.object({ ...lineId, text: title, owner: line, dueOn: day }),
  "internal-audit": z.object({
    ...lineId,
    text: title,
    severity: z.enum(SEVERITIES, "required"),
    article: line,
    action: text,
    owner: line,
    dueOn: day,
  }),
  procedure: z.object({
    ...lineId,
    text: title,
    body: text,
    document: line,
    approvedBy: title,
    inForceFrom: someDay,
    nextReviewOn: day,
  }),
} satisfies Record<LinedKind, z.ZodObject>;

export type WorkLine<K extends LinedKind = LinedKind> = { [L in K]: z.output<(typeof lineSchemas)[L]> }[K];

const linesOf = <S extends z.ZodType>(schema: S) => z.array(schema).max(500, "tooMany").default([]);

/** Document of each kind: its form, its row and its versions have this shape. */
export const contentSchemas = {
  "watch-item": z.object({
    title,
    source: line,
    url: address,
    publishedOn: day,
    readOn: someDay,
    changes: text,
    lines: linesOf(lineSchemas["watch-item"]),
  }),
  training: z.object({
    title,
    on: someDay,
    minutes: count(100_000).nullable().default(null),
    trainer: line,
    programme: text,
    /** Names: those of the organisation's own people, and of others who attended. */
    staff: names,
    others: names,
    /** People who worked for the organisation on that day, trained or not. */
    headcount: count(1_000_000).nullable().default(null),
    repeatMonths: count(120).min(1, "number").nullable().default(null),
    /** Training that this one repeats. */
    repeatsId: z.uuid().nullable().default(null),
  }),
  "internal-audit": z.object({
    title,
    on: someDay,
    auditor: line,
    scope: text,
    conclusions: text,
    lines: linesOf(lineSchemas["internal-audit"]),
  }),
  assistance: z.object({
    title,
    type: z.enum(ASSISTANCE, "required"),
    askedOn: someDay,
    request: text,
  }),
  "dpo-designation": z.object({ title, on: someDay, tasks: text }),
  procedure: z.object({
    title,
    owner: line,
    purpose: text,
    lines: linesOf(lineSchemas.procedure),
  }),
  "cndp-filing": z.object({
    title,
    type: z.enum(FILINGS, "required"),
    /** Register entries that it covers. */
    recordIds: z.array(z.uuid()).max(2000, "tooMany").default([]),
    purpose: text,
    conditions: text,
  }),
} satisfies Record<WorkKind, z.ZodObject>;

export type WorkContents = { [K in WorkKind]: z.output<(typeof contentSchemas)[K]> };
export type WorkContent = WorkContents[WorkKind];

/** Reads a stored document of its kind. */
export function readContent<K extends WorkKind>(kind: K, stored: unknown): WorkContents[K] {
  // The schemas are a record: zod's outputs of one key cannot be told apart by its type parameter.
  return contentSchemas[kind].parse(stored) as WorkContents[K];
}

/** Type of a filing or of assistance; "" for a document without one. */
export function typeIn(content: WorkContent): string {
  return "type" in content ? content.type : "";
}

export function linesIn(content: WorkContent): readonly WorkLine[] {
  return "lines" in content ? content.lines : [];
}
