import "server-only";
import { getLocale } from "next-intl/server";
import { ENDED_UNDONE, type Horizon } from "@/lib/domain/obligation/due";
import { can } from "@/lib/domain/nouns/policy";
import { countLines } from "@/lib/domain/obligation/duty-page";
import { countPressingDrills, PRESSING } from "@/lib/domain/obligation/list";
import { doneDaysAt, isDoneWithin, NEAR, TODAY_VIEWS, type TodayView } from "@/lib/domain/today/views";
import { readAssignments } from "@/lib/features/assignment/read/lines";
import { mostOftenOf, readRecordFigures, statusOf } from "@/lib/features/compliance/read/record-figures";
import {
  countPressingOf,
  readCurrentDuties,
  readDutyControllers,
} from "@/lib/features/obligation/read/current";
import { type DutyPart, readDutyGroups, readDutyPage } from "@/lib/features/obligation/read/duty-list";
import { addGrounds } from "@/lib/features/obligation/read/grounds";
import { visibleNouns } from "@/lib/features/obligation/read/queries";
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
    parts: partsAt(now),
  };
  const [[facts], duties, groups, pressing, controllers] = await Promise.all([
    readerFor(ctx.scope).$queryRaw<[{ isBegun: boolean; isOwnBegun: boolean }]>`
      SELECT EXISTS (SELECT FROM processing_record WHERE capacity = 'processor') AS "isBegun",
        EXISTS (SELECT FROM processing_record WHERE capacity = 'controller') AS "isOwnBegun"`,
    readCurrentDuties(ctx.scope, asked),
    readDutyGroups(ctx.scope, asked, of),
    countPressingOf(ctx.scope, asked),
    readDutyControllers(ctx.scope, asked),
  ]);
  const groupsOf = (view: TodayView) => VIEWS[view].map((name) => groups[name]);
  const inView = groupsOf(query.view);
  const total = countLines(inView);
  const rows = await addGrounds(readerFor(ctx.scope), await readDutyPage(ctx.scope, inView, of), ctx.now);
  return {
    query,
    now,
    ...facts,
    name: ctx.actor.name,
    today: today(ctx),
    pressing,
    drills: countPressingDrills(duties, now),
    rows: rows.map((row) => ({ ...row, assigned: book.of(row) })),
    mayAssign: can(ctx.actor, "assignment.write"),
    ofHorizon: Object.fromEntries(inView.map((group) => [group.horizon, countLines([group])])),
    total,
    next: total > query.from + PAGE ? query.from + PAGE : null,
    previous: query.from > 0 ? Math.max(0, query.from - PAGE) : null,
    counts: Object.fromEntries(TODAY_VIEWS.map((view) => [view, countLines(groupsOf(view))])) as Record<
      TodayView,
      number
    >,
    nouns: asked.nouns,
    controllers,
  };
}

/** Groups and parts that make each view, in the order of the list. */
const VIEWS = {
  near: NEAR,
  now: PRESSING,
  "done-today": ["done-today"],
  "done-week": ["done-week"],
  ended: ENDED_UNDONE,
} as const satisfies Record<TodayView, readonly (Horizon | DoneView)[]>;

type DoneView = "done-today" | "done-week";

/** Parts of the done lines: those of today, and those of this week. */
function partsAt(now: number): Record<DoneView, DutyPart> {
  const days = doneDaysAt(now);
  const partOf = (window: DutyPart["window"] & { from: string; until: string }): DutyPart => {
    const isDone = isDoneWithin(window);
    return { horizon: "done", has: ({ duty }) => isDone(duty), window };
  };
  return { "done-today": partOf(days["done-today"]), "done-week": partOf(days["done-week"]) };
}

/** Both registers as they are today. */
export async function loadAccounts(slug: string) {
  const ctx = await requireStaff(slug);
  const { parties } = await readRecordFigures(ctx.scope, ctx.now);
  return {
    records: statusOf(parties, false),
    own: statusOf(parties, true),
    codes: mostOftenOf(parties),
    now: ctx.now.getTime(),
  };
}
