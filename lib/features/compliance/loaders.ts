import "server-only";
import { DUTIES, OWN } from "@/lib/domain/compliance/duties";
import { countControllers, isLacking, matrixOf, totalsOf } from "@/lib/domain/compliance/matrix";
import { ALL, figuresOf, trendBegin, trendOf } from "@/lib/domain/compliance/trend";
import { fineTierOfGap, gapProvisions, mergeProvisions } from "@/lib/domain/obligation/gap-ground";
import type { Tx } from "@/lib/platform/database/transaction";
import { today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import { readerFor } from "@/lib/platform/read/reader";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { searchCalled } from "@/lib/features/controller/read/called";
import { findGroundFacts } from "@/lib/features/obligation/read/grounds";
import { findStoredDays } from "@/lib/features/compliance/read/trend";
import { type Figures, pageOf, readFigures } from "@/lib/features/compliance/read/current";
import {
  type CodeRow,
  countFindings,
  type FindingFilter,
  findFindings,
} from "@/lib/features/compliance/read/findings";
import { findingQuerySchema, matrixQuerySchema, trendQuerySchema } from "./schema";

type Search = Record<string, string | string[] | undefined>;

/** Controllers of a page of the matrix, and lines of a page of a list. */
const PAGE = 50;

/** Loads the status of every duty towards every controller. */
export async function loadCompliance(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = matrixQuerySchema.parse(search);
  const [{ at, cells, codes }, factsOf, controllers] = await Promise.all([
    readFigures(ctx.scope, ctx.now),
    findGroundFacts(readerFor(ctx.scope), ctx.now),
    readInScope(ctx.scope, (tx) => findControllers(tx, query.q)),
  ]);
  const all = matrixOf(controllers, cells).filter(({ id }) => (id !== null && id !== OWN) || query.q === "");
  const shown = query.view === "lacking" ? all.filter(isLacking) : all;
  const found = withProvisions(codes, at.day, factsOf);
  return {
    query,
    now: ctx.now.getTime(),
    totals: totalsOf(cells),
    total: shown.length,
    ...neighboursOf(query.from, shown.length),
    rows: shown.slice(query.from, query.from + PAGE),
    counts: countControllers(all),
    codes: found,
    // A contract may bind the processor by 3(2) for one client where the rest of its work does not.
    isFined: factsOf("", "own").isProcessorBound || found.some(({ tier }) => tier !== null),
  };
}

/** Rows behind one figure: counted and listed by the same statement. */
export async function loadFindings(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = findingQuerySchema.parse(search);
  const { duty, controller, code, from } = query;
  const filter = {
    duty: duty || undefined,
    code: code || undefined,
    controllerId: controller === "shared" ? "" : controller || undefined,
  };
  const figures = await readFigures(ctx.scope, ctx.now);
  return readInScope(ctx.scope, async (tx) => {
    const [{ total, rows }, named] = await Promise.all([
      findPage(tx, figures, filter, from),
      filter.controllerId && filter.controllerId !== OWN
        ? tx.controller.findFirst({ where: { id: filter.controllerId }, select: { legalName: true } })
        : null,
    ]);
    const factsOf = await findGroundFacts(tx, ctx.now);
    const grounded = rows.map((row) => ({
      ...row,
      provisions: gapProvisions(
        row.codes.map((code) => ({ duty: row.duty, code })),
        row.isOwn ? factsOf("", "own") : factsOf(row.controllerId ?? ""),
      ),
    }));
    return { query, total, rows: grounded, ...neighboursOf(from, total), controller: named?.legalName ?? "" };
  });
}

/** Reads a page of a list; without a code its parts are known from the figures. */
async function findPage(tx: Tx, figures: Figures, filter: FindingFilter, from: number) {
  const { at } = figures;
  if (filter.code) {
    const [total, rows] = await Promise.all([
      countFindings(tx, filter, at),
      findFindings(tx, filter, { at, from, take: PAGE }),
    ]);
    return { total, rows };
  }
  const { total, windows } = pageOf(figures, filter, { from, take: PAGE });
  const parts = await Promise.all(
    windows.map(({ duty, parties, ...page }) => findFindings(tx, { duty, parties }, { at, ...page })),
  );
  return { total, rows: parts.flat() };
}

function neighboursOf(from: number, total: number) {
  return {
    next: total > from + PAGE ? from + PAGE : null,
    previous: from > 0 ? Math.max(0, from - PAGE) : null,
  };
}

/** Loads twelve months of every duty: stored days, and today as the matrix counts it. */
export async function loadTrend(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = trendQuerySchema.parse(search);
  const to = today(ctx);
  const from = trendBegin(to);
  const [{ cells }, [stored, controllers]] = await Promise.all([
    readFigures(ctx.scope, ctx.now),
    readInScope(ctx.scope, (tx) =>
      Promise.all([findStoredDays(tx, query.controller || ALL, from), findControllers(tx, "")]),
    ),
  ]);
  const now = figuresOf(cells).filter(({ party }) => party === (query.controller || ALL));
  const duties = DUTIES.map((duty) => {
    const figure = now.find((one) => one.duty === duty) ?? { subjects: 0, lacking: 0 };
    const read = stored.filter((one) => one.duty === duty && one.day !== to);
    const { subjects, lacking } = figure;
    return { duty, days: trendOf({ from, to }, [...read, { day: to, subjects, lacking }]) };
  });
  return { query, duties, controllers, isNew: stored.every(({ day }) => day === to) };
}

async function findControllers(tx: Tx, q: string) {
  const called = await searchCalled(tx, q);
  const rows = await tx.controller.findMany({
    where: { archivedAt: null, ...(called && { id: { in: called } }) },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    select: { id: true, legalName: true },
  });
  return rows.map(({ id, legalName }) => ({ id, name: legalName }));
}

/**
 * Adds the texts of each gap, by the laws of those that lack it, in the order of the duties, the most frequent first; with the
 * tier of article 83 in which it may be fined.
 */
function withProvisions(
  codes: readonly CodeRow[],
  day: string,
  factsOf: Awaited<ReturnType<typeof findGroundFacts>>,
) {
  return codes
    .map(({ duty, code, lacking, parties }) => {
      const facts = parties.map((party) => (party === OWN ? factsOf("", "own") : factsOf(party)));
      const provisions = mergeProvisions(facts.map((one) => gapProvisions([{ duty, code }], one)));
      const tier = fineTierOfGap({ duty, code }, facts, day);
      return {
        duty,
        code,
        lacking,
        provisions,
        tier: tier && { name: tier.tier, amount: tier.amount, percent: tier.percent },
      };
    })
    .toSorted(
      (one, other) =>
        DUTIES.indexOf(one.duty) - DUTIES.indexOf(other.duty) ||
        other.lacking - one.lacking ||
        one.code.localeCompare(other.code, "en"),
    );
}
