import "server-only";
import { forbidden, notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import type { KnownController } from "@/lib/domain/import/controllers";
import type { ImportPlan, PlannedRow } from "@/lib/domain/import/plan";
import { today } from "@/lib/platform/context";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findKnownControllers, findRun, type ImportRun } from "./data";
import { previewRun, type Preview } from "./preview";
import { findProgress, type Progress } from "./progress";
import { readFile, type TableSheet } from "./read-file";
import { MAX_FILE_BYTES } from "./schema";

const PAGE = 100;
const querySchema = z.object({
  step: z.enum(["sheet", "columns", "check"]).catch("columns"),
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

export type ImportChoice = {
  kind: "choice";
  run: { id: string; fileName: string; version: number; state: ImportRun["state"] };
  sheets: TableSheet[];
};
export type ImportProgress = {
  kind: "progress";
  run: { id: string; fileName: string; state: ImportRun["state"] };
  progress: Progress;
  isCnil: boolean;
};
export type LoadedImport = { kind: "import" } & ReturnType<typeof importProps>;

/** One file on its way: which of its sheets, its columns, or what committing it would do. */
export async function loadImport(
  slug: string,
  id: string,
  search: Record<string, string | string[] | undefined>,
): Promise<ImportChoice | ImportProgress | LoadedImport> {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "import.run")) forbidden();
  if (!z.uuid().safeParse(id).success) notFound();
  const query = querySchema.parse(search);
  const found = await withOrg(
    ctx.scope,
    async (tx) => {
      const run = await findRun(tx, id);
      if (!run) return null;
      const progress = run.state === "open" ? await findProgress(tx, id) : null;
      if (progress) return { kind: "progress" as const, run, progress };
      const preview = await previewRun(tx, run, today(ctx));
      return { kind: "import" as const, run, preview, known: await findKnownControllers(tx) };
    },
    { timeoutMs: 60_000 },
  );
  if (!found) notFound();
  if (found.kind === "progress") {
    const { fileName, state, mapping } = found.run;
    // Of what is being written, the CNIL's workbook alone has no column that was placed.
    const isCnil = mapping.length === 0;
    return { kind: "progress", run: { id, fileName, state }, progress: found.progress, isCnil };
  }
  const { run, preview, known } = found;
  const sheets = query.step === "sheet" || !preview ? choicesOf(run) : [];
  if (preview && sheets.length === 0)
    return { kind: "import", ...importProps({ run, preview, known, query }) };
  const { fileName, version, state } = run;
  return { kind: "choice", run: { id: run.id, fileName, version, state }, sheets };
}

function choicesOf(run: ImportRun): TableSheet[] {
  const read = readFile(run, null);
  return read.ok && "choice" in read ? read.choice : [];
}

type Found = {
  run: ImportRun;
  preview: Preview;
  known: KnownController[];
  query: z.output<typeof querySchema>;
};

/** Rows come a hundred at a time. */
function importProps({ run, preview, known, query }: Found) {
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
    register: preview.capacity,
    file: {
      text: file.table?.text ?? null,
      sheet: file.table?.sheet ?? null,
      cnil: file.cnil && { blank: file.cnil.blank, contacts: file.cnil.contacts },
      rows: file.rows.length,
      setAside: file.table?.setAside ?? { title: 0, total: 0, empty: 0 },
      /** Each column with where it goes and the first cells that say something. */
      columns: run.mapping.map((column, index) => ({ ...column, samples: samplesOf(file.rows, index) })),
    },
    plan: {
      fingerprint: preview.fingerprint,
      tally: plan.tally,
      ends: plan.rows.filter(({ proposedEnd }) => proposedEnd !== null).length,
      doubts: plan.rows.filter(({ doubts, fate }) => fate !== "set-aside" && doubts.length > 0).length,
      rows: shown
        .slice((query.page - 1) * PAGE, query.page * PAGE)
        .map((row) => ({ ...rowProps(row), kept: file.cnil && row.fate === "new" ? row.content.notes : "" })),
      shown: shown.length,
      pageSize: PAGE,
      pages: Math.max(1, Math.ceil(shown.length / PAGE)),
      controllers: plan.controllers,
    },
    known: known.map(({ id: controllerId, legalName }) => ({ key: `known:${controllerId}`, legalName })),
    query,
  };
}

/** `kept` is what a new entry of the CNIL's workbook puts into its notes, having no field for it. */
export type ImportRowProps = ReturnType<typeof rowProps> & { kept: string };
export type ImportControllers = ImportPlan["controllers"];

function rowProps({ content, changes, ...row }: PlannedRow) {
  return {
    ...row,
    // What an entry is linked to is told by the references of the rows.
    changes: changes.filter(({ field }) => field !== "contractIds"),
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
