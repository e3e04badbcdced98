import { z } from "zod";
import { BULK_KINDS, MOST_AT_ONCE, type BulkAct } from "@/lib/domain/processing-record/bulk";
import { CAPACITIES } from "@/lib/domain/processing-record/types";
import { recordQuerySchema, type RecordQuery } from "./list-schema";
import { bulkTypedSchema } from "./schema";

/** One value of a name arrives as a text, none not at all. */
const several = (value: unknown) => (value === undefined ? [] : [value].flat());

const kind = z.enum(BULK_KINDS);
const uuids = (most: number) => z.preprocess(several, z.array(z.uuid()).max(most, "tooMany"));
const measureIds = uuids(200).catch([]);
const day = z.string().trim().max(20).catch("");

/** A preview as its address asks for it: the act, and which entries, by ticks or by the filters of the list. */
export const bulkAskSchema = z.object({
  act: kind,
  /** Those ticked, those of the page that was shown, or all that answer the filters. */
  of: z.enum(["chosen", "page", "all"]).catch("chosen"),
  id: uuids(MOST_AT_ONCE).catch([]),
  measureIds,
  day,
});
export type BulkAsk = z.output<typeof bulkAskSchema>;

/** What was shown to whoever confirms: the version of each entry, "<id>.<version>" by spaces. */
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

/** The list's filters as they stand in its address. */
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
    /** Digest of the links that were shown: a contract or a transfer may have changed since. */
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

/** Acts are on the register as it stands, never as it stood. */
export function readFilters(search: Record<string, unknown>): RecordQuery {
  return { ...recordQuerySchema.parse(search), on: "" };
}

export function writeSeen(records: readonly { id: string; version: number }[]): string {
  return records.map(({ id, version }) => `${id}.${version}`).join(" ");
}
