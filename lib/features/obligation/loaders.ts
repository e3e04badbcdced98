import "server-only";
import { getLocale } from "next-intl/server";
import { listObligations, OBLIGATION_VIEWS, VIEW_HORIZONS } from "@/lib/domain/obligation/list";
import { monthOf } from "@/lib/domain/obligation/month";
import type { Duty } from "@/lib/domain/obligation/types";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { controllersOf, countPressingOf, readCurrentDuties } from "@/lib/features/obligation/read/current";
import { findOwnFeed } from "@/lib/features/obligation/read/feed";
import { visibleNouns } from "@/lib/features/obligation/read/queries";
import { daySchema, monthSchema, obligationQuerySchema } from "./schema";

type Search = Record<string, string | string[] | undefined>;

/** Lines of a page of the list. */
const PAGE = 100;

export async function loadObligations(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = obligationQuerySchema.parse(search);
  const now = ctx.now.getTime();
  const all = await readVisible(ctx);
  const filter = { noun: query.noun || undefined, controllerId: query.controller || undefined };
  const listed = listObligations(all, { now, filter });
  const inView = listed.filter(({ horizon }) => VIEW_HORIZONS[query.view].includes(horizon));
  // An exercise is listed, and in no figure.
  const countOf = (view: (typeof OBLIGATION_VIEWS)[number]) =>
    listed.filter(({ horizon, isDrill }) => !isDrill && VIEW_HORIZONS[view].includes(horizon)).length;
  return {
    query,
    now,
    rows: inView.slice(query.from, query.from + PAGE),
    total: inView.length,
    next: inView.length > query.from + PAGE ? query.from + PAGE : null,
    counts: Object.fromEntries(OBLIGATION_VIEWS.map((view) => [view, countOf(view)])),
    nouns: visibleNouns(ctx.actor),
    controllers: controllersOf(all),
  };
}

export async function loadObligationMonth(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const day = today(ctx);
  const month = monthSchema.parse(search.month) || day.slice(0, 7);
  const now = ctx.now.getTime();
  const listed = listObligations(await readVisible(ctx), { now });
  const weeks = monthOf(month, listed);
  const days = weeks.flat().filter(({ isInMonth }) => isInMonth);
  const real = days.flatMap(({ entries }) => entries.filter(({ isDrill }) => !isDrill));
  const count = real.length;
  const chosen = daySchema.parse(search.day);
  const ofDay = days.find(({ day: one }) => one === chosen)?.entries ?? [];
  return { month, weeks, count, today: day, now, day: ofDay.length > 0 ? chosen : "", ofDay };
}

/** The one number of the sidebar: what is burning, late, owed without delay or due today. */
export async function countPressingObligations(slug: string): Promise<number> {
  const { scope, actor, now } = await requireStaff(slug);
  return countPressingOf(scope, { nouns: visibleNouns(actor), now, locale: await getLocale() });
}

/** A member's own calendar address, and who read it. */
export async function loadFeed(slug: string) {
  const { scope, actor } = await requireStaff(slug);
  return readInScope(scope, (tx) => findOwnFeed(tx, actor.memberId));
}

async function readVisible({ scope, actor, now }: StaffCtx): Promise<readonly Duty[]> {
  return readCurrentDuties(scope, { now, locale: await getLocale(), nouns: visibleNouns(actor) });
}
