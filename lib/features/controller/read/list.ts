import { z } from "zod";
import { Prisma } from "@/lib/generated/prisma/client";
import { cursorField, searchField, viewField } from "@/lib/forms/list-query";
import { countViews, keysIn, ROWS_ASKED } from "@/lib/platform/read/list-page";
import type { Reader } from "@/lib/platform/read/reader";
import { searchCalled } from "./called";
import { isWithoutContract } from "./without-contract";

export const CONTROLLER_VIEWS = ["open", "without-contract", "archived"] as const;
type ControllerView = (typeof CONTROLLER_VIEWS)[number];

/** Invalid filters are ignored. */
export const controllerQuerySchema = z.object({
  view: viewField(CONTROLLER_VIEWS),
  q: searchField,
  /** Name and id of the last row seen. */
  after: cursorField,
});
type ControllerQuery = z.output<typeof controllerQuerySchema>;

export type ControllerListRow = {
  id: string;
  legalName: string;
  isPlaceholder: boolean;
  country: string | null;
  contact: string;
  records: number;
  requiredGaps: number;
};

/** Counts entries and gaps of the page's controllers alone. */
export async function findControllerPage(tx: Reader, { view, q, after }: ControllerQuery) {
  const called = await searchCalled(tx, q);
  const named = called === null ? Prisma.empty : Prisma.sql`AND c.id = ANY (${called}::uuid[])`;
  return tx.$queryRaw<ControllerListRow[]>`
    SELECT c.id, c.legal_name AS "legalName", c.is_placeholder AS "isPlaceholder", c.country,
      coalesce(nullif(c.contact_name, ''), c.contact_email) AS contact,
      r.records, r.required_gaps AS "requiredGaps"
    FROM (SELECT * FROM controller c WHERE ${viewCondition(view)} ${named} ${afterCursor(after)}
      ORDER BY c.legal_name, c.id LIMIT ${ROWS_ASKED}) AS c
    CROSS JOIN LATERAL (SELECT count(*)::int AS records, coalesce(sum(r.required_gaps), 0)::int AS required_gaps
      FROM processing_record r WHERE r.org_id = c.org_id AND r.controller_id = c.id AND r.state <> 'ended') AS r
    ORDER BY c.legal_name, c.id`;
}

export function countControllers(tx: Reader): Promise<Record<ControllerView, number>> {
  return countViews(
    tx,
    CONTROLLER_VIEWS,
    (view) => Prisma.sql`FROM controller c WHERE ${viewCondition(view)}`,
  );
}

/** A controller that became one with another is in no view. */
function viewCondition(view: ControllerView): Prisma.Sql {
  const archived = view === "archived" ? Prisma.sql`IS NOT NULL` : Prisma.sql`IS NULL`;
  const served =
    view === "without-contract" ? Prisma.sql`AND ${isWithoutContract(Prisma.sql`c`)}` : Prisma.empty;
  return Prisma.sql`c.archived_at ${archived} AND c.merged_into_id IS NULL ${served}`;
}

function afterCursor(after: string): Prisma.Sql {
  const keys = keysIn(after, z.tuple([z.string(), z.uuid()]));
  return keys
    ? Prisma.sql`AND (c.legal_name, c.id) > (${keys[0]} COLLATE "fr-x-icu", ${keys[1]}::uuid)`
    : Prisma.empty;
}
