import { z } from "zod";
import { cursorField, searchField, viewField } from "@/lib/forms/list-query";
import type { SubProcessorState } from "@/lib/domain/sub-processor/lifecycle";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";
import { inIds, afterText, countViews, ROWS_ASKED } from "@/lib/platform/read/list-page";

const SUB_PROCESSOR_VIEWS = ["all", "gaps", "ended"] as const;
type SubProcessorView = (typeof SUB_PROCESSOR_VIEWS)[number];

/** Invalid filters are ignored. */
export const subProcessorQuerySchema = z.object({
  view: viewField(SUB_PROCESSOR_VIEWS),
  q: searchField,
  after: cursorField,
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

const ID = Prisma.sql`s.id`;

/** Returns one extra row, to detect a next page. */
export function findSubProcessorPage(
  tx: Reader,
  query: SubProcessorQuery,
  ids: readonly string[] | null,
): Promise<SubProcessorListRow[]> {
  const after = afterText(Prisma.sql`s.name`, ID, query.after);
  return tx.$queryRaw<SubProcessorListRow[]>`
    SELECT s.id, s.reference, s.name, left(s.service, 160) AS service, s.countries, s.state,
      jsonb_array_length(s.content #> '{chain,links}') AS links, s.contract_signed_on AS "contractSignedOn",
      s.contract_ends_on AS "contractEndsOn", s.required_gaps AS "requiredGaps", s.gap_codes AS "gapCodes"
    FROM sub_processor s WHERE ${viewCondition(query.view)} ${inIds(ID, ids)} ${after}
    ORDER BY s.name, s.id::text LIMIT ${ROWS_ASKED}`;
}

export function countSubProcessors(
  tx: Reader,
  ids: readonly string[] | null,
): Promise<Record<SubProcessorView, number>> {
  return countViews(
    tx,
    SUB_PROCESSOR_VIEWS,
    (view) => Prisma.sql`FROM sub_processor s WHERE ${viewCondition(view)} ${inIds(ID, ids)}`,
  );
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
