import "server-only";
import { getLocale } from "next-intl/server";
import { can } from "@/lib/domain/nouns/policy";
import { countLines } from "@/lib/domain/obligation/duty-page";
import {
  listObligations,
  OBLIGATION_VIEWS,
  type ObligationView,
  VIEW_HORIZONS,
} from "@/lib/domain/obligation/list";
import { monthOf, weeksOf } from "@/lib/domain/obligation/month";
import { visibleViews } from "@/lib/domain/saved-view/saved-view";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readAssignments } from "@/lib/features/assignment/read/lines";
import {
  countPressingOf,
  type DutiesAsked,
  readCurrentDuties,
  readDutyControllers,
} from "@/lib/features/obligation/read/current";
import { readDutyGroups, readDutyPage } from "@/lib/features/obligation/read/duty-list";
import { readMonthReviews } from "@/lib/features/obligation/read/month-reviews";
import { addGrounds } from "@/lib/features/obligation/read/grounds";
import { findViewsOf } from "@/lib/features/saved-view/read/queries";
import { readerFor } from "@/lib/platform/read/reader";
import { findOwnFeed } from "@/lib/features/obligation/read/feed";
import { visibleNouns } from "@/lib/features/obligation/read/queries";
import { daySchema, monthSchema, obligationQuerySchema } from "./schema";

type Search = Record<string, string | string[] | undefined>;

/** Lines of a page of the list. */
const PAGE = 100;

export async function loadObligations(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = obligationQuerySchema.parse(search);
  const asked = await askedBy(ctx);
  const book = await readAssignments(ctx, await readCurrentDuties(ctx.scope, asked));
  const self = ctx.actor.memberId;
  const of = {
    filter: {
      noun: query.noun || undefined,
      controllerId: query.controller || undefined,
      keeps: book.filter(query.whose, self),
      kept: book.reviews(query.whose, self),
    },
    page: { from: query.from, take: PAGE },
  };
  const [groups, controllers] = await Promise.all([
    readDutyGroups(ctx.scope, asked, of),
    readDutyControllers(ctx.scope, asked),
  ]);
  const groupsOf = (view: ObligationView) => VIEW_HORIZONS[view].map((horizon) => groups[horizon]);
  const inView = groupsOf(query.view);
  const total = countLines(inView);
  const rows = await addGrounds(readerFor(ctx.scope), await readDutyPage(ctx.scope, inView, of), ctx.now);
  return {
    query,
    now: ctx.now.getTime(),
    rows: rows.map((row) => ({ ...row, assigned: book.of(row) })),
    mayAssign: can(ctx.actor, "assignment.write"),
    total,
    next: total > query.from + PAGE ? query.from + PAGE : null,
    counts: Object.fromEntries(OBLIGATION_VIEWS.map((view) => [view, countLines(groupsOf(view))])),
    nouns: asked.nouns,
    controllers,
  };
}

export async function loadObligationMonth(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const day = today(ctx);
  const month = monthSchema.parse(search.month) || day.slice(0, 7);
  const chosen = daySchema.parse(search.day);
  const [asked, now] = [await askedBy(ctx), ctx.now.getTime()];
  const weeks = weeksOf(month);
  const reviews = await readMonthReviews(ctx.scope, asked, { days: weeks.flat(), chosen });
  const duties = [...(await readCurrentDuties(ctx.scope, asked)), ...reviews.shown];
  const found = monthOf(month, listObligations(duties, { now }), reviews.hidden);
  const days = found.flat().filter(({ isInMonth }) => isInMonth);
  const drills = days.flatMap(({ entries }) => entries.filter(({ isDrill }) => isDrill)).length;
  const count = days.reduce((sum, one) => sum + one.count, 0) - drills;
  const ofDay = days.find(({ day: one }) => one === chosen)?.entries ?? [];
  return {
    month,
    weeks: found,
    count,
    today: day,
    now,
    day: ofDay.length > 0 ? chosen : "",
    ofDay: ofDay.length > 0 ? await addGrounds(readerFor(ctx.scope), ofDay, ctx.now) : [],
  };
}

/** The one number of the sidebar: what is burning, late, owed without delay or due today. */
export async function countPressingObligations(slug: string): Promise<number> {
  const { scope, actor, now } = await requireStaff(slug);
  return countPressingOf(scope, { nouns: visibleNouns(actor), now, locale: await getLocale() });
}

/** A member's own calendar address and who read it, with the views of dates that it may be narrowed to. */
export async function loadFeed(slug: string) {
  const { scope, actor } = await requireStaff(slug);
  const [feed, views] = await Promise.all([
    readInScope(scope, (tx) => findOwnFeed(tx, actor.memberId)),
    findViewsOf(readerFor(scope), "obligations"),
  ]);
  return { feed, views: visibleViews(views, actor.memberId).map(({ id, name }) => ({ id, name })) };
}

async function askedBy({ actor, now }: StaffCtx): Promise<DutiesAsked> {
  return { now, locale: await getLocale(), nouns: visibleNouns(actor) };
}
