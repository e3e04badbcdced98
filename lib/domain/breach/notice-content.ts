import { z } from "zod";
import { NATURES } from "./facts";
import { comparedPrecedentSchema } from "./precedents";

/** Points of article 33(3) that a notice answers; `dates` orients and is asked by the authority's form. */
export type NoticePoint = "dates" | "a" | "b" | "c" | "d";

/**
 * Fields of a notice in its order. `share` fields speak of one controller's part alone: what the file says of all
 * together would tell it of the others.
 */
export const NOTICE_FIELDS = [
  { id: "occurredFrom", point: "dates", kind: "instant" },
  { id: "occurredUntil", point: "dates", kind: "instant" },
  { id: "awareAt", point: "dates", kind: "instant" },
  { id: "containedAt", point: "dates", kind: "instant" },
  { id: "whatHappened", point: "a", kind: "text" },
  { id: "natures", point: "a", kind: "codes" },
  { id: "cause", point: "a", kind: "text" },
  { id: "systems", point: "a", kind: "text" },
  { id: "personCategories", point: "a", kind: "text", isShare: true },
  { id: "persons", point: "a", kind: "count", isShare: true },
  { id: "dataKinds", point: "a", kind: "text", isShare: true },
  { id: "records", point: "a", kind: "count", isShare: true },
  { id: "protection", point: "a", kind: "text" },
  { id: "contactPoint", point: "b", kind: "text" },
  { id: "consequences", point: "c", kind: "text" },
  { id: "measures", point: "d", kind: "text" },
] as const satisfies readonly { id: string; point: NoticePoint; kind: FieldKind; isShare?: true }[];

export type FieldKind = "instant" | "text" | "codes" | "count";
export type NoticeFieldId = (typeof NOTICE_FIELDS)[number]["id"];
export type NoticeField = { id: NoticeFieldId; point: NoticePoint; kind: FieldKind; isShare?: true };

const MOST_TEXT = 8000;
const text = z.string().max(MOST_TEXT).nullable().default(null);
/** Milliseconds of UTC. */
const instant = z.number().int().nullable().default(null);
const count = z.number().int().min(0).max(1_000_000_000).nullable().default(null);

/** Hours that were over when a notice was issued: agreed by the contract, or set by the processor for itself; 33(2) has none. */
export const noticeDelaySchema = z.object({
  rule: z.enum(["contract", "own-threshold"]),
  hours: z.number().int().min(0),
  /** False where no contract bound the parties; absent in notices of before. */
  hasContract: z.boolean().optional(),
});
export type NoticeDelay = z.infer<typeof noticeDelaySchema>;

/** States what one notice says; null where it is not known yet. */
export const noticeContentSchema = z.object({
  occurredFrom: instant,
  occurredUntil: instant,
  awareAt: instant,
  containedAt: instant,
  whatHappened: text,
  natures: z.array(z.enum(NATURES)).nullable().default(null),
  cause: text,
  systems: text,
  personCategories: text,
  persons: count,
  dataKinds: text,
  records: count,
  protection: text,
  contactPoint: text,
  consequences: text,
  measures: text,
  /** Examples of EDPB 01/2021 beside the breach; absent in notices of before they were told, whose digests stand. */
  examples: z.array(comparedPrecedentSchema).optional(),
  /** Hours to which its reason for the delay answers; absent in notices of before, whose hours were the contract's. */
  delay: noticeDelaySchema.optional(),
  /**
   * The notice before, of those that its client was given, and the place of this one after the initial one; absent in an initial
   * notice, and in notices of before.
   */
  completes: z.object({ noticeId: z.uuid(), place: z.number().int().min(1) }).optional(),
  /** The rectification that reached its client before, which an initial notice names: 33(2). */
  afterRectification: z
    .object({
      at: z.number().int(),
      by: z.enum(["notice", "call"]),
      /** First awareness proven; null where none is; absent in notices of before, which said that its time runs from them. */
      firstAwareAt: z.number().int().nullable().optional(),
    })
    .optional(),
});
export type NoticeContent = z.infer<typeof noticeContentSchema>;

export const NO_CONTENT: NoticeContent = noticeContentSchema.parse({});

export const TEXT_FIELDS = NOTICE_FIELDS.filter(({ kind }) => kind === "text").map(
  ({ id }) => id,
) as TextFieldId[];
export type TextFieldId = Extract<(typeof NOTICE_FIELDS)[number], { kind: "text" }>["id"];
