import { z } from "zod";
import { NATURES } from "./facts";

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
});
export type NoticeContent = z.infer<typeof noticeContentSchema>;

export const NO_CONTENT: NoticeContent = noticeContentSchema.parse({});

export const TEXT_FIELDS = NOTICE_FIELDS.filter(({ kind }) => kind === "text").map(
  ({ id }) => id,
) as TextFieldId[];
export type TextFieldId = Extract<(typeof NOTICE_FIELDS)[number], { kind: "text" }>["id"];
