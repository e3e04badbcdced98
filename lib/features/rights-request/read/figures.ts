import { RIGHTS } from "@/lib/domain/rights-request/rights";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { Prisma } from "@/lib/generated/prisma/client";
import { countViews } from "@/lib/platform/read/list-page";
import type { Reader } from "@/lib/platform/read/reader";
import { filterCondition, monthOfReceipt, type RequestFilter } from "./list";
import type { JudgedRequest } from "./timeliness";

/** A figure and the list that it opens: one condition counts the one and finds the other. */
export type Figure = { filter: RequestFilter; count: number };

const ALL: RequestFilter = { right: "", controller: "", month: "" };
const MONTHS = 12;

/**
 * Counts by right, by controller and by month of receipt: every month since the first receipt, and the last twelve at
 * least, so that the months are the whole.
 */
export async function findFigures(reader: Reader, now: number) {
  const controllers = await findControllers(reader);
  const months = monthsUntil(now, await findReceipts(reader));
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
      months.map((month) => ({ ...ALL, month })),
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
  };
}

type Receipts = { first: Date | null; last: Date | null };

/** Months from the latest to the earliest, each once. */
function monthsUntil(now: number, { first, last }: Receipts): string[] {
  const latest = monthOfReceipt(Math.max(now, last?.getTime() ?? now));
  const earliest = first ? monthOfReceipt(first.getTime()) : latest;
  const months = [latest];
  for (let month = latest; months.length < MONTHS || month > earliest;) {
    month = addMonthsToDay(`${month}-01`, -1).slice(0, 7);
    months.push(month);
  }
  return months;
}

async function findReceipts(reader: Reader): Promise<Receipts> {
  const [receipts] = await reader.$queryRaw<[Receipts]>`
    SELECT min(received_at) AS first, max(received_at) AS last FROM rights_request`;
  return receipts;
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

/** Medians of what was passed on, confirmed and answered, of facts that stand alone. */
export function timesOf(judged: readonly JudgedRequest[]): Times {
  const [relay, confirm, answer] = (["toRelay", "toConfirm", "toAnswer"] as const).map((step) =>
    judged.flatMap(({ hours }) => hours[step] ?? []),
  );
  return {
    toRelay: median(relay ?? []),
    relayed: relay?.length ?? 0,
    toConfirm: median(confirm ?? []),
    confirmed: confirm?.length ?? 0,
    toAnswer: median(answer ?? []),
    answered: answer?.length ?? 0,
  };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
