import { z } from "zod";
import { RIGHTS } from "@/lib/domain/rights-request/rights";
import { TIMELINESS } from "@/lib/domain/rights-request/timeliness";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { instantAt, todayIn, type Zone } from "@/lib/domain/time/zones";
import { cursorField, viewField } from "@/lib/forms/list-query";
import { Prisma } from "@/lib/generated/prisma/client";
import { inIds, countViews, keysIn, ROWS_ASKED } from "@/lib/platform/read/list-page";
import type { Reader } from "@/lib/platform/read/reader";

const MONTH_ZONE: Zone = "Africa/Casablanca";

export const REQUEST_VIEWS = ["open", "unplaced", "held", "ended", "all"] as const;
export type RequestView = (typeof REQUEST_VIEWS)[number];

/** Invalid filters are ignored. Those beyond the view are of the figures, each of which opens its list. */
export const requestQuerySchema = z.object({
  view: viewField(REQUEST_VIEWS),
  right: z.enum(["", ...RIGHTS]).catch(""),
  controller: z.union([z.literal(""), z.literal("unknown"), z.uuid()]).catch(""),
  /** Month of receipt in Casablanca, "2026-11". */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .catch(""),
  /** Judgement of a request by its dates. */
  timeliness: z.enum(["", ...TIMELINESS]).catch(""),
  after: cursorField,
});
export type RequestQuery = z.output<typeof requestQuerySchema>;
export type RequestFilter = Pick<RequestQuery, "right" | "controller" | "month">;

const ID = Prisma.sql`r.id`;
const cursorSchema = z.tuple([z.coerce.number(), z.uuid()]);

/** Lists the latest receipt first. Returns one extra row, to detect a next page. */
export function findRequestPage(
  reader: Reader,
  query: RequestQuery,
  ids: readonly string[] | null,
): Promise<{ id: string; receivedAt: Date }[]> {
  const last = keysIn(query.after, cursorSchema);
  const beyond = last
    ? Prisma.sql`AND (r.received_at, r.id) < (${new Date(last[0])}::timestamptz, ${last[1]}::uuid)`
    : Prisma.empty;
  return reader.$queryRaw`
    SELECT r.id, r.received_at AS "receivedAt" FROM rights_request r
    WHERE ${viewCondition(query.view)} ${filterCondition(query)} ${inIds(ID, ids)} ${beyond}
    ORDER BY r.received_at DESC, r.id DESC LIMIT ${ROWS_ASKED}`;
}

export function countRequestViews(
  reader: Reader,
  filter: RequestFilter,
  ids: readonly string[] | null,
): Promise<Record<RequestView, number>> {
  return countViews(
    reader,
    REQUEST_VIEWS,
    (view) =>
      Prisma.sql`FROM rights_request r WHERE ${viewCondition(view)} ${filterCondition(filter)} ${inIds(ID, ids)}`,
  );
}

function viewCondition(view: RequestView): Prisma.Sql {
  switch (view) {
    case "open":
      return Prisma.sql`r.state NOT IN ('closed', 'not-ours')`;
    case "unplaced":
      return Prisma.sql`r.controller_id IS NULL AND r.state = 'received'`;
    case "held":
      return Prisma.sql`r.held_at IS NOT NULL AND r.controller_id IS NULL AND r.state = 'received'`;
    case "ended":
      return Prisma.sql`r.state IN ('closed', 'not-ours')`;
    case "all":
      return Prisma.sql`true`;
  }
}

/** A merged controller's requests are those of the one that it is merged into. */
export function filterCondition({ right, controller, month }: RequestFilter): Prisma.Sql {
  const conditions = [
    right === "" ? Prisma.empty : Prisma.sql`AND ${right} = ANY (r.rights)`,
    controllerCondition(controller),
    month === "" ? Prisma.empty : monthCondition(month),
  ];
  return Prisma.join(conditions, " ");
}

/** Bounds of a month by the zone's rules of the domain: the database's own are wrong for Casablanca since 20 September 2026. */
function monthCondition(month: string): Prisma.Sql {
  const start = `${month}-01`;
  const from = new Date(instantAt(MONTH_ZONE, start, "00:00"));
  const until = new Date(instantAt(MONTH_ZONE, addMonthsToDay(start, 1), "00:00"));
  return Prisma.sql`AND r.received_at >= ${from} AND r.received_at < ${until}`;
}

/** Month of receipt, "2026-11": the one of figures, their lines and the list that each opens. */
export function monthOfReceipt(receivedAt: number): string {
  return todayIn(MONTH_ZONE, receivedAt).slice(0, 7);
}

function controllerCondition(controller: string): Prisma.Sql {
  if (controller === "") return Prisma.empty;
  if (controller === "unknown") return Prisma.sql`AND r.controller_id IS NULL`;
  return Prisma.sql`AND (SELECT coalesce(c.merged_into_id, c.id) FROM controller c
    WHERE c.org_id = r.org_id AND c.id = r.controller_id) = ${controller}::uuid`;
}
