import "server-only";
import { forbidden, notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import type { ImportPlan, PlannedRow } from "@/lib/domain/import/plan";
import { todayIn } from "@/lib/domain/time/zones";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findKnownControllers, findRun } from "./data";
import { previewRun } from "./preview";
import { MAX_FILE_BYTES } from "./schema";

const PAGE = 100;
const querySchema = z.object({
  step: z.enum(["columns", "check"]).catch("columns"),
  show: z.enum(["all", "new", "changed", "unchanged", "set-aside", "doubts", "ends"]).catch("all"),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

/** The files that came before, and whether this person may bring another. */
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

/** One file on its way: its columns, or what committing it would do. Rows come a hundred at a time. */
export async function loadImport(
  slug: string,
  id: string,
  search: Record<string, string | string[] | undefined>,
) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "import.run")) forbidden();
  if (!z.uuid().safeParse(id).success) notFound();
  const query = querySchema.parse(search);
  const found = await withOrg(
    ctx.scope,
    async (tx) => {
      const run = await findRun(tx, id);
      if (!run) return null;
      const preview = await previewRun(tx, run, todayIn("Africa/Casablanca", ctx.now.getTime()));
      return { run, preview, known: await findKnownControllers(tx) };
    },
    { timeoutMs: 60_000 },
  );
  if (!found) notFound();
  const { run, preview, known } = found;
  const { file, plan } = preview;
  const shown = plan.rows.filter((row) => isShown(row, query.show));
  return {
    run: {
      id: run.id,
      fileName: run.fileName,
      state: run.state,
      version: run.version,
      committedAt: run.committedAt?.getTime() ?? null,
      tally: run.tally as Record<string, number>,
    },
    file: {
      encoding: file.encoding,
      delimiter: file.delimiter,
      rows: file.rows.length,
      setAside: file.setAside,
      /** Each column with where it goes and the first cells that say something. */
      columns: run.mapping.map((column, index) => ({ ...column, samples: samplesOf(file.rows, index) })),
    },
    plan: {
      fingerprint: preview.fingerprint,
      tally: plan.tally,
      ends: plan.rows.filter(({ proposedEnd }) => proposedEnd !== null).length,
      doubts: plan.rows.filter(({ doubts, fate }) => fate !== "set-aside" && doubts.length > 0).length,
      rows: shown.slice((query.page - 1) * PAGE, query.page * PAGE).map(rowProps),
      shown: shown.length,
      pageSize: PAGE,
      pages: Math.max(1, Math.ceil(shown.length / PAGE)),
      controllers: plan.controllers,
    },
    known: known.map(({ id: controllerId, legalName }) => ({ key: `known:${controllerId}`, legalName })),
    query,
  };
}

export type ImportRowProps = ReturnType<typeof rowProps>;
export type ImportControllers = ImportPlan["controllers"];

function rowProps({ content, ...row }: PlannedRow) {
  return {
    ...row,
    activity: content.activity,
    countries: content.destinations.flatMap(({ country }) => country ?? []),
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

function samplesOf(rows: { cells: string[] }[], index: number): string[] {
  const said = rows.map(({ cells }) => (cells[index] ?? "").replace(/\s+/g, " ").trim()).filter(Boolean);
  return [...new Set(said)].slice(0, 3).map((cell) => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell));
}
