import "server-only";
import { staffTrainedOn } from "@/lib/domain/dpo-work/attendance";
import type { NeedStatus } from "@/lib/domain/dpo-work/filing-needs";
import { findAssistanceTotals } from "@/lib/features/dpo-figures/read/assistance";
import { countOpenWork } from "@/lib/features/dpo-figures/read/open-work";
import { findRecordNeeds } from "@/lib/features/dpo-figures/read/record-needs";
import { findHeldTrainings } from "@/lib/features/dpo-figures/read/trainings";
import { countEntries } from "@/lib/features/watch-feed/read/queries";
import type { Search } from "@/lib/forms/list-query";
import { can } from "@/lib/domain/nouns/policy";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { today as todayOf } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import { NEED_VIEWS, needQuerySchema, type NeedView } from "./schema";

/** Figures of the first page, each from the function that makes the list behind it. */
export async function loadOverview(slug: string) {
  const [open, { trained }, { totals, today }, needs, entries] = await Promise.all([
    loadOpenWork(slug),
    loadStaffTrained(slug),
    loadAssistanceTotals(slug),
    loadRecordNeeds(slug, {}),
    loadEntryCounts(slug),
  ]);
  const year = today.slice(0, 4);
  const minutes = totals.reduce((sum, total) => (total.year === year ? sum + total.minutes : sum), 0);
  return { open, trained, year, minutes, needs: needs.entries, proposed: entries.proposed };
}

async function loadOpenWork(slug: string) {
  const { scope } = await requireStaff(slug);
  return countOpenWork(readerFor(scope));
}

async function loadEntryCounts(slug: string) {
  const { scope } = await requireStaff(slug);
  return countEntries(readerFor(scope));
}

/** Staff whom a training still holds for, and the share that they are. */
export async function loadStaffTrained(slug: string) {
  const ctx = await requireStaff(slug);
  const trainings = await readInScope(ctx.scope, findHeldTrainings);
  return { trained: staffTrainedOn(trainings, todayOf(ctx)) };
}

/** Assistance by controller and year. */
export async function loadAssistanceTotals(slug: string) {
  const ctx = await requireStaff(slug);
  const totals = await findAssistanceTotals(readerFor(ctx.scope));
  return { totals, today: todayOf(ctx), mayExport: can(ctx.actor, "export.take") };
}

/** Entries of the registers with the filings that they need; one with several needs is in several views. */
export async function loadRecordNeeds(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = needQuerySchema.parse(search);
  const found = await readInScope(ctx.scope, (tx) => findRecordNeeds(tx, todayOf(ctx)));
  const lines = found.flatMap(({ needs, ...of }) =>
    needs.map((need) => ({ ...of, need, view: viewOf(need) })),
  );
  const counts = Object.fromEntries(
    NEED_VIEWS.map((view) => [view, lines.filter((line) => line.view === view).length]),
  ) as Record<NeedView, number>;
  const start = Number(query.after) || 0;
  const shown = lines.filter(({ view }) => view === query.view);
  const next = shown.length > start + PAGE_SIZE ? String(start + PAGE_SIZE) : null;
  return {
    rows: shown.slice(start, start + PAGE_SIZE),
    // An entry with several needs is one entry.
    entries: { missing: entriesIn(lines, "missing"), unknown: entriesIn(lines, "unknown") },
    counts,
    query,
    next,
    mayWrite: can(ctx.actor, "cndp-filing.write"),
  };
}

function entriesIn(lines: readonly { view: NeedView; record: { id: string } }[], wanted: NeedView): number {
  return new Set(lines.filter(({ view }) => view === wanted).map(({ record }) => record.id)).size;
}

function viewOf({ status, level }: NeedStatus): NeedView {
  if (status !== "missing") return status;
  return level === "unknown" ? "unknown" : "missing";
}
