import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { forbidden, notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { asksDateOrder } from "@/lib/domain/import/date-order";
import type { KnownController } from "@/lib/domain/import/controllers";
import type { AbsentChoice, WholePlan } from "@/lib/domain/import/absent";
import { namedCompanies } from "@/lib/domain/import/named-companies";
import type { ImportPlan, PlannedRow } from "@/lib/domain/import/plan";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { log } from "@/lib/platform/log/log";
import { requireStaff } from "@/lib/platform/request/request-session";
import { withOrg } from "@/lib/platform/database/transaction";
import {
  findKnownControllers,
  findRunHead,
  type ImportRun,
  type RunHead,
} from "@/lib/features/import/read/queries";
import { planRun } from "@/lib/features/import/read/plan-run";
import type { PlannedImport } from "@/lib/features/import/read/planned";
import { findProgress, type Progress } from "@/lib/features/import/read/progress";
import type { TableSheet } from "@/lib/features/import/read/sheet-tables";
import { MAX_FILE_BYTES } from "./schema";

const PAGE = 100;
const querySchema = z.object({
  step: z.enum(["sheet", "columns", "check"]).catch("columns"),
  show: z.enum(["all", "new", "changed", "unchanged", "set-aside", "doubts", "ends"]).catch("all"),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  absent: z.coerce.number().int().min(1).max(1000).catch(1),
});

export async function loadImports(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "import.run")) forbidden();
  const runs = await withOrg(ctx.scope, (tx) =>
    tx.importRun.findMany({
      orderBy: { createdAt: "desc" },
      take: 20,
      select: { id: true, fileName: true, state: true, createdAt: true, createdBy: true, tally: true },
    }),
  );
  return {
    runs: runs.map(({ createdAt, ...run }) => ({ ...run, createdAt: createdAt.getTime() })),
    maxBytes: MAX_FILE_BYTES,
  };
}

type HeadProps = { id: string; fileName: string; version: number; state: ImportRun["state"] };

export type ImportChoice = { kind: "choice"; run: HeadProps; sheets: TableSheet[] };
/** Running commit. */
export type ImportProgress = { kind: "progress"; run: HeadProps; progress: Progress; isCnil: boolean };
/** Plan in progress, or refused for its limits. */
export type ImportPlanning = { kind: "planning"; run: HeadProps; isRefused: boolean };
/** Committed or abandoned run, with its recorded result. */
export type ImportClosed = {
  kind: "closed";
  run: HeadProps & { committedAt: number | null; tally: Record<string, number> };
  register: Capacity;
};
export type LoadedImport = { kind: "import"; absent: AbsentProps } & ReturnType<typeof importProps>;

export type AnyImport = ImportChoice | ImportProgress | ImportPlanning | ImportClosed | LoadedImport;

/** Milliseconds that a page waits for a plan before it shows the progress. */
const PATIENCE_MS = 2_000;

export async function loadImport(
  slug: string,
  id: string,
  search: Record<string, string | string[] | undefined>,
): Promise<AnyImport> {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "import.run")) forbidden();
  if (!z.uuid().safeParse(id).success) notFound();
  const query = querySchema.parse(search);
  const found = await withOrg(ctx.scope, async (tx) => {
    const run = await findRunHead(tx, id);
    return run && { run, progress: run.state === "open" ? await findProgress(tx, id) : null };
  });
  if (!found) notFound();
  const { run, progress } = found;
  if (run.state !== "open") return closedProps(run);
  // A run without columns is of the CNIL's workbook.
  const isCnil = run.mapping.length === 0;
  if (progress) return { kind: "progress", run: headProps(run), progress, isCnil };
  return loadPlan(ctx, run, query);
}

async function loadPlan(
  ctx: StaffCtx,
  run: RunHead,
  query: z.output<typeof querySchema>,
): Promise<AnyImport> {
  const work = planRun({ scope: ctx.scope, id: run.id, today: today(ctx) });
  const made = await Promise.race([work, delay(PATIENCE_MS, "late" as const, { ref: false })]);
  if (made === "late") {
    work.catch((error: unknown) => log.error({ err: error }, "a plan failed while nobody waited"));
    return { kind: "planning", run: headProps(run), isRefused: false };
  }
  // A commit may have ended meanwhile, whose rows the plan would find in the register already, or the file was given up.
  const ended = await withOrg(ctx.scope, (tx) => findRunHead(tx, run.id));
  if (ended && ended.state !== "open") return closedProps(ended);
  if (!made) notFound();
  const { result } = made;
  if (result === "tooDemanding") return { kind: "planning", run: headProps(run), isRefused: true };
  const sheets = "choice" in result ? result.choice : result.file.offered;
  if ("choice" in result || (query.step === "sheet" && sheets.length > 0))
    return { kind: "choice", run: headProps(run), sheets };
  const known = await withOrg(ctx.scope, findKnownControllers);
  const absent = absentProps(ctx, { run, plan: result.plan, query });
  // Rows are checked once every column has its field.
  const asksColumns = run.mapping.some(({ asked }) => asked) || asksDateOrder(run.mapping);
  const shown: Found["query"] = asksColumns ? { ...query, step: "columns" } : query;
  return { kind: "import", ...importProps({ run, planned: result, known, query: shown }), absent };
}

function headProps({ id, fileName, version, state }: RunHead): HeadProps {
  return { id, fileName, version, state };
}

function closedProps(run: RunHead): ImportClosed {
  const { committedAt, tally, register } = run;
  return {
    kind: "closed",
    run: { ...headProps(run), committedAt: committedAt?.getTime() ?? null, tally },
    // Runs older than the column `register`: those without columns are of the CNIL's workbook.
    register: register ?? (run.mapping.length === 0 ? "controller" : "processor"),
  };
}

type Found = {
  run: RunHead;
  planned: PlannedImport;
  known: KnownController[];
  query: z.output<typeof querySchema>;
};

export type AbsentProps = ReturnType<typeof absentProps>;

/** Absent entries, a hundred per page, with their decisions. */
function absentProps(
  ctx: StaffCtx,
  { run, plan, query }: Pick<Found, "run" | "query"> & { plan: WholePlan },
) {
  const { absent } = plan;
  const carriedOut = (choice: AbsentChoice) =>
    absent.filter((entry) => entry.choice === choice && entry.refusal === null).length;
  return {
    total: absent.length,
    marked: carriedOut("mark"),
    ended: carriedOut("end"),
    /** Some were chosen to be ended, carried out or not. */
    ends: absent.some(({ choice }) => choice === "end"),
    pageSize: PAGE,
    rows: absent
      .slice((query.absent - 1) * PAGE, query.absent * PAGE)
      .map((entry) => ({ ...entry, ownChoice: run.absent.rows[entry.recordId] ?? null })),
    decisions: run.absent,
    today: today(ctx),
    canEnd: can(ctx.actor, "record.transition"),
  };
}

/** Rows, a hundred per page. */
function importProps({ run, planned, known, query }: Found) {
  const { file, plan } = planned;
  const shown = plan.rows.filter((row) => isShown(row, query.show));
  return {
    run: headProps(run),
    register: planned.capacity,
    asked: file.asked ?? [],
    reading: run.reading,
    file: {
      text: file.text,
      sheet: file.sheet,
      cnil: file.cnil,
      rows: file.rows,
      setAside: file.setAside,
      unseen: file.unseen,
      head: file.head,
      /** Columns with target and first non-empty cells. */
      columns: run.mapping.map((column, index) => ({ ...column, samples: file.samples[index] ?? [] })),
    },
    plan: {
      fingerprint: planned.fingerprint,
      tally: plan.tally,
      ends: plan.rows.filter(({ proposedEnd }) => proposedEnd !== null).length,
      doubts: plan.rows.filter(({ doubts, fate }) => fate !== "set-aside" && doubts.length > 0).length,
      rows: shown.slice((query.page - 1) * PAGE, query.page * PAGE).map((row) => ({
        ...rowProps(row),
        preservedNotes: file.cnil && row.fate === "new" ? row.content.notes : "",
      })),
      shown: shown.length,
      pageSize: PAGE,
      pages: Math.max(1, Math.ceil(shown.length / PAGE)),
      controllers: plan.controllers,
      questions: plan.questions,
      companies: namedCompanies(plan.rows),
    },
    known: known.map(({ id: controllerId, legalName }) => ({ key: `known:${controllerId}`, legalName })),
    query,
  };
}

/** `preservedNotes` is text without a field, for the notes of a new entry. */
export type ImportRowProps = ReturnType<typeof rowProps> & { preservedNotes: string };
export type ImportControllers = ImportPlan["controllers"];

function rowProps({ content, changes, settled: _settled, ...row }: PlannedRow) {
  return {
    ...row,
    // Links are shown by the rows' references.
    changes: changes.filter(({ field }) => field !== "contractIds"),
    activity: content.activity,
    places: content.destinations.flatMap(({ country, placeKind }) =>
      country ? [{ country, placeKind }] : [],
    ),
    transferText: content.transferText,
    startsOn: content.startsOn,
    endsOn: content.endsOn,
  };
}

function isShown(row: PlannedRow, show: z.output<typeof querySchema>["show"]): boolean {
  if (show === "all") return true;
  if (show === "doubts") return row.fate !== "set-aside" && row.doubts.length > 0;
  if (show === "ends") return row.proposedEnd !== null;
  return row.fate === show;
}
