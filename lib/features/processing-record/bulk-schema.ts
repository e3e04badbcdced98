import { z } from "zod";
import { BULK_KINDS, MOST_AT_ONCE, type BulkAct } from "@/lib/domain/processing-record/bulk";
import { CAPACITIES } from "@/lib/domain/processing-record/types";
import { several } from "@/lib/forms/typed-fields";
import { recordQuerySchema, type RecordQuery } from "./list-schema";
import { bulkTypedSchema } from "./schema";

const kind = z.enum(BULK_KINDS);
const uuids = (most: number) => z.preprocess(several, z.array(z.uuid()).max(most, "tooMany"));
const measureIds = uuids(200).catch([]);
const day = z.string().trim().max(20).catch("");

/** Act and entries of a preview, by ticks or filters. */
export const bulkAskSchema = z.object({
  act: kind,
  /** Ticked entries, those of the page shown, or all that match the filters. */
  of: z.enum(["chosen", "page", "all"]).catch("chosen"),
  id: uuids(MOST_AT_ONCE).catch([]),
  measureIds,
  day,
});
export type BulkAsk = z.output<typeof bulkAskSchema>;

/** Versions shown, "<id>.<version>" separated by spaces. */
const seen = z
  .string()
  .max(100_000)
  .transform((text, ctx) => {
    const pairs = text.split(" ").filter(Boolean);
    const versions = new Map(
      pairs.map((pair) => {
        const [id = "", version = ""] = pair.split(".");
        return [id, Number(version)] as const;
      }),
    );
    const isSound = [...versions].every(
      ([id, version]) => z.uuid().safeParse(id).success && Number.isInteger(version) && version > 0,
    );
    if (!isSound || versions.size === 0 || versions.size > MOST_AT_ONCE)
      ctx.addIssue({ code: "custom", message: "invalid" });
    return versions;
  });

const filters = z
  .string()
  .max(4000)
  .default("")
  .transform((text): RecordQuery => readFilters(Object.fromEntries(new URLSearchParams(text))));

export const bulkActSchema = z
  .object({
    capacity: z.enum(CAPACITIES),
    act: kind,
    of: z.enum(["chosen", "all"]),
    filters,
    seen,
    measureIds,
    day,
    /** Digest of the links shown, to detect a concurrent change. */
    proposed: z.string().max(64).default(""),
    reason: z.string().default(""),
  })
  .transform((typed, ctx) => {
    const { data, error } = bulkTypedSchema(typed.act).safeParse(typed);
    for (const { path, message } of error?.issues ?? []) ctx.addIssue({ code: "custom", path, message });
    return { ...typed, reason: data?.reason ?? "" };
  })
  .transform(({ act, measureIds, day, reason, ...rest }) => ({
    ...rest,
    act: bulkAct(act, { measureIds, day, reason }),
  }));
export type BulkInput = z.output<typeof bulkActSchema>;

export function bulkAct(
  act: BulkAsk["act"],
  { measureIds, day, reason }: Pick<BulkAsk, "measureIds" | "day"> & { reason: string },
): BulkAct {
  switch (act) {
    case "measures":
      return { kind: "measures", measureIds };
    case "links":
      return { kind: "links" };
    case "review":
      return { kind: "review", on: day };
    case "end":
      return { kind: "end", on: day, reason };
  }
}

/** Ignores the day: acts concern current entries only. */
export function readFilters(search: Record<string, unknown>): RecordQuery {
  return { ...recordQuerySchema.parse(search), on: "" };
}

export function formatSeenVersions(records: readonly { id: string; version: number }[]): string {
  return records.map(({ id, version }) => `${id}.${version}`).join(" ");
}
