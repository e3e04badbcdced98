import { z } from "zod";
import type { WorkKind } from "@/lib/domain/dpo-work/kinds";
import { cursorField, partyField, searchField, viewField } from "@/lib/forms/list-query";
import { Prisma } from "@/lib/generated/prisma/client";
import { inIds, countViews, keysIn, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { ofController } from "@/lib/platform/read/of-controller";
import type { Reader } from "@/lib/platform/read/reader";

export const WORK_VIEWS = ["open", "closed", "all"] as const;
export type WorkView = (typeof WORK_VIEWS)[number];

/** Invalid filters are ignored. */
export const workQuerySchema = z.object({
  view: viewField(WORK_VIEWS),
  q: searchField,
  controller: partyField,
  after: cursorField,
});
type WorkQuery = z.output<typeof workQuerySchema>;

const [ID, CONTROLLER] = [Prisma.sql`w.id`, Prisma.sql`w.controller_id`];
const cursorSchema = z.tuple([z.string(), z.uuid()]);

type Read = { kind: WorkKind; ids: readonly string[] | null };

/** Lists the latest day first. Returns one extra row, to detect a next page. */
export function findWorkPage(
  reader: Reader,
  query: WorkQuery,
  { kind, ids }: Read,
): Promise<{ id: string; day: string }[]> {
  const last = keysIn(query.after, cursorSchema);
  const beyond = last ? Prisma.sql`AND (w.day, w.id::text) < (${last[0]}, ${last[1]})` : Prisma.empty;
  return reader.$queryRaw`
    SELECT w.id, w.day FROM dpo_work w
    WHERE w.kind = ${kind} ${viewCondition(query.view)} ${ofController(CONTROLLER, query.controller)}
      ${inIds(ID, ids)} ${beyond}
    ORDER BY w.day DESC, w.id::text DESC LIMIT ${ROWS_ASKED}`;
}

export function countWork(
  reader: Reader,
  { kind, ids }: Read,
  controller = "",
): Promise<Record<WorkView, number>> {
  return countViews(
    reader,
    WORK_VIEWS,
    (view) => Prisma.sql`FROM dpo_work w WHERE w.kind = ${kind} ${viewCondition(view)}
      ${ofController(CONTROLLER, controller)} ${inIds(ID, ids)}`,
  );
}

function viewCondition(view: WorkView): Prisma.Sql {
  if (view === "all") return Prisma.empty;
  return view === "open" ? Prisma.sql`AND w.is_open` : Prisma.sql`AND NOT w.is_open`;
}
