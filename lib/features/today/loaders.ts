import "server-only";
import { getLocale } from "next-intl/server";
import { HORIZONS } from "@/lib/domain/obligation/due";
import {
  countPressing,
  countPressingDrills,
  type Listed,
  listObligations,
} from "@/lib/domain/obligation/list";
import { TODAY_VIEWS, todayViewsAt, type TodayView } from "@/lib/domain/today/views";
import { controllersOf, readCurrentDuties } from "@/lib/features/obligation/read/current";
import { visibleNouns } from "@/lib/features/obligation/read/queries";
import { findAccounts } from "@/lib/features/processing-record/read/as-of-status";
import { HeadCache } from "@/lib/platform/read/head-cache";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import { todayQuerySchema } from "./schema";

type Search = Record<string, string | string[] | undefined>;

/** Lines of a page. */
const PAGE = 50;

export async function loadToday(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = todayQuerySchema.parse(search);
  const now = ctx.now.getTime();
  const asked = { nouns: visibleNouns(ctx.actor), now: ctx.now, locale: await getLocale() };
  const [[facts], duties] = await Promise.all([
    readerFor(ctx.scope).$queryRaw<[{ isBegun: boolean; isOwnBegun: boolean }]>`
      SELECT EXISTS (SELECT FROM processing_record WHERE capacity = 'processor') AS "isBegun",
        EXISTS (SELECT FROM processing_record WHERE capacity = 'controller') AS "isOwnBegun"`,
    readCurrentDuties(ctx.scope, asked),
  ]);
  const filter = { noun: query.noun || undefined, controllerId: query.controller || undefined };
  const listed = listObligations(duties, { now, filter });
  const isInView = todayViewsAt(now);
  const inView = listed.filter((line) => isInView(query.view, line));
  return {
    ...{ query, now, ...facts, name: ctx.actor.name, today: today(ctx) },
    ...{ pressing: countPressing(duties, now), drills: countPressingDrills(duties, now) },
    rows: inView.slice(query.from, query.from + PAGE),
    ofHorizon: countHorizons(inView),
    total: inView.length,
    next: inView.length > query.from + PAGE ? query.from + PAGE : null,
    previous: query.from > 0 ? Math.max(0, query.from - PAGE) : null,
    counts: countViews(listed, isInView),
    nouns: asked.nouns,
    controllers: controllersOf(duties),
  };
}

const accounts = new HeadCache<Awaited<ReturnType<typeof findAccounts>>>();

/** Both registers as they are today. */
export async function loadAccounts(slug: string) {
  const ctx = await requireStaff(slug);
  const found = await accounts.read(ctx.scope, today(ctx), ctx.now, () =>
    readInScope(ctx.scope, (tx) => findAccounts(tx, today(ctx))),
  );
  return { ...found, now: ctx.now.getTime() };
}

function countHorizons(lines: readonly Listed[]) {
  return Object.fromEntries(
    HORIZONS.map((horizon) => [horizon, lines.filter((line) => line.horizon === horizon).length]),
  );
}

function countViews(
  lines: readonly Listed[],
  isInView: ReturnType<typeof todayViewsAt>,
): Record<TodayView, number> {
  const counts = TODAY_VIEWS.map((view) => [view, lines.filter((line) => isInView(view, line)).length]);
  return Object.fromEntries(counts) as Record<TodayView, number>;
}
