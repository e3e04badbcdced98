import { RIGHTS } from "@/lib/domain/rights-request/rights";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { Prisma } from "@/lib/generated/prisma/client";
import { countViews } from "@/lib/platform/read/list-page";
import type { Reader } from "@/lib/platform/read/reader";
import { filterCondition, type RequestFilter } from "./list";

/** A figure and the list that it opens: one condition counts the one and finds the other. */
export type Figure = { filter: RequestFilter; count: number };

const ALL: RequestFilter = { right: "", controller: "", month: "" };
const MONTHS = 12;

/** Counts by right, by controller and by month of receipt, the last twelve. */
export async function findFigures(reader: Reader, today: string) {
  const controllers = await findControllers(reader);
  const months = Array.from({ length: MONTHS }, (_, index) =>
    addMonthsToDay(`${today.slice(0, 7)}-01`, -index),
  );
  const [whole, rights, byController, byMonth] = await Promise.all([
    countEach(reader, [ALL]),
    countEach(
      reader,
      RIGHTS.map((right) => ({ ...ALL, right })),
    ),
    countEach(
      reader,
      ["unknown", ...controllers.map(({ id }) => id)].map((controller) => ({ ...ALL, controller })),
    ),
    countEach(
      reader,
      months.map((day) => ({ ...ALL, month: day.slice(0, 7) })),
    ),
  ]);
  const names = new Map(controllers.map(({ id, name }) => [id, name]));
  return {
    whole: whole[0]?.count ?? 0,
    rights: rights.filter(({ count }) => count > 0),
    controllers: byController
      .filter(({ count }) => count > 0)
      .map((figure) => ({ ...figure, name: names.get(figure.filter.controller) ?? null })),
    months: byMonth,
    times: await findTimes(reader),
  };
}

/** Counts the lists of several filters, in one statement. */
async function countEach(reader: Reader, filters: readonly RequestFilter[]): Promise<Figure[]> {
  const keys = filters.map((_, index) => `f${index}`);
  const counts = await countViews(reader, keys, (key) => {
    const filter = filters[Number(key.slice(1))] ?? ALL;
    return Prisma.sql`FROM rights_request r WHERE true ${filterCondition(filter)}`;
  });
  return filters.map((filter, index) => ({ filter, count: counts[`f${index}`] ?? 0 }));
}

/** Controllers that have requests; one that was merged is the one that it is merged into. */
function findControllers(reader: Reader): Promise<{ id: string; name: string }[]> {
  return reader.$queryRaw`
    SELECT DISTINCT h.id, h.legal_name AS name FROM rights_request r
    JOIN controller c ON c.org_id = r.org_id AND c.id = r.controller_id
    JOIN controller h ON h.org_id = c.org_id AND h.id = coalesce(c.merged_into_id, c.id)
    ORDER BY h.legal_name LIMIT 500`;
}

export type Times = {
  /** Medians in hours, of the requests that have both instants; null where none has. */
  toRelay: number | null;
  relayed: number;
  toConfirm: number | null;
  confirmed: number;
  toAnswer: number | null;
  answered: number;
};

async function findTimes(reader: Reader): Promise<Times> {
  const [times] = await reader.$queryRaw<[Times]>`
    SELECT (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM relayed_at - received_at)) / 3600)::float8
        AS "toRelay", count(relayed_at)::int AS relayed,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM confirmed_at - received_at)) / 3600)::float8
        AS "toConfirm", count(confirmed_at)::int AS confirmed,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - received_at)) / 3600)::float8
        AS "toAnswer", count(answered_at)::int AS answered
    FROM rights_request`;
  return times;
}
