import { z } from "zod";
import { cleanText } from "@/lib/forms/form-values";
import { searchTerms } from "@/lib/domain/search/terms";
import type { SubProcessorState } from "@/lib/domain/sub-processor/lifecycle";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";
import { searchIds } from "@/lib/platform/database/search";

export const PAGE_SIZE = 50;
/** Counts beyond this show "1,000+". */
const COUNT_LIMIT = 1000;

const SUB_PROCESSOR_VIEWS = ["all", "gaps", "ended"] as const;
type SubProcessorView = (typeof SUB_PROCESSOR_VIEWS)[number];

/** Invalid filters are ignored. */
export const subProcessorQuerySchema = z.object({
  view: z.enum(SUB_PROCESSOR_VIEWS).catch("all"),
  q: z.string().transform(cleanText).pipe(z.string().trim().max(200)).catch(""),
  /** Keyset: sort value and id of the last row seen. */
  after: z.string().transform(cleanText).pipe(z.string().max(600)).catch(""),
});
type SubProcessorQuery = z.output<typeof subProcessorQuerySchema>;

export type SubProcessorListRow = {
  id: string;
  reference: string;
  name: string;
  service: string;
  countries: string[];
  links: number;
  contractSignedOn: string | null;
  contractEndsOn: string | null;
  state: SubProcessorState;
  requiredGaps: number;
  gapCodes: string[];
};

/** Null without a query. */
export async function searchSubProcessors(tx: Reader, q: string): Promise<string[] | null> {
  const asked = searchTerms(q);
  return asked.length > 0 ? (await searchIds(tx, ["sub-processor"], asked)).ids["sub-processor"] : null;
}

/** Returns one extra row, to detect a next page. */
export function findSubProcessorPage(
  tx: Reader,
  query: SubProcessorQuery,
  ids: readonly string[] | null,
): Promise<SubProcessorListRow[]> {
  const [after = "", id = ""] = query.after.split("\u0001");
  const beyond = query.after
    ? Prisma.sql`AND (s.name, s.id::text) > (${after} COLLATE register_order, ${id})`
    : Prisma.empty;
  return tx.$queryRaw<SubProcessorListRow[]>`
    SELECT s.id, s.reference, s.name, left(s.service, 160) AS service, s.countries, s.state,
      jsonb_array_length(s.content #> '{chain,links}') AS links, s.contract_signed_on AS "contractSignedOn",
      s.contract_ends_on AS "contractEndsOn", s.required_gaps AS "requiredGaps", s.gap_codes AS "gapCodes"
    FROM sub_processor s WHERE ${viewCondition(query.view)} ${found(ids)} ${beyond}
    ORDER BY s.name, s.id::text LIMIT ${PAGE_SIZE + 1}`;
}

/** Counts to the limit plus one. */
export async function countViews(
  tx: Reader,
  ids: readonly string[] | null,
): Promise<Record<SubProcessorView, number>> {
  const counts = SUB_PROCESSOR_VIEWS.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM sub_processor s
      WHERE ${viewCondition(view)} ${found(ids)} LIMIT ${COUNT_LIMIT + 1}) AS counted) AS ${Prisma.raw(view)}`,
  );
  const [row] = await tx.$queryRaw<[Record<SubProcessorView, number>]>`SELECT ${Prisma.join(counts)}`;
  return row;
}

function viewCondition(view: SubProcessorView): Prisma.Sql {
  switch (view) {
    case "all":
      return Prisma.sql`s.state <> 'ended'`;
    case "gaps":
      return Prisma.sql`s.state <> 'ended' AND s.required_gaps > 0`;
    case "ended":
      return Prisma.sql`s.state = 'ended'`;
  }
}

function found(ids: readonly string[] | null): Prisma.Sql {
  return ids ? Prisma.sql`AND s.id = ANY (${ids}::uuid[])` : Prisma.empty;
}
