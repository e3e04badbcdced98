import { filterMatrix, requestsIn } from "@/lib/domain/authorisation/matrix";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { today, type Ctx } from "@/lib/platform/request/context";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import type { Download } from "@/lib/platform/transport/download-route";
import { withOrg } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { disputedMember, exportedName, withAgreement } from "@/lib/features/export/read/disputed-words";
import { findDisputedRows, tablesLeaving, type DisputedRows } from "@/lib/features/export/read/disputed-rows";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import { findMatrix, findLastRequests } from "@/lib/features/authorisation-matrix/read/queries";
import { findEvidenceLines } from "@/lib/features/authorisation-matrix/read/evidence";
import type { MatrixExport } from "@/lib/features/authorisation-matrix/schema";
import { matrixTable, type MatrixTable } from "@/lib/features/authorisation-matrix/read/table";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;

// Milliseconds; reads every governing request with its list.
const LIMITS = { timeoutMs: 60_000 };

/** Exports requested cells as filtered; JSON includes the evidence. Journalled. */
export async function exportMatrix(ctx: Ctx, slug: string, input: MatrixExport): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "export.take")) return refuse({ kind: "forbidden" });
  const { format, language, ...filters } = input;
  const {
    cells,
    pieces: requirements,
    disputed,
  } = await withOrg(
    ctx.scope,
    async (tx) => {
      const whole = await findMatrix(tx, ctx.now);
      const matrix = filterMatrix(whole, { ...filters, waits: filters.waits === "1" });
      const ids = requestsIn(matrix.rows);
      const requests = await findLastRequests(tx, ids);
      const referenceOf = new Map([...requests].map(([id, { reference }]) => [id, reference]));
      const disputed = await findDisputedRows(tx, tablesLeaving("authorisation"), referenceOf);
      if (format === "json")
        return { cells: ids.length, disputed, pieces: jsonOf(await findEvidenceLines(tx, ids), disputed) };
      const drawn = await matrixTable(matrix, requests, language);
      // The request's own reference is the last of its heads.
      const place = { referenceAt: drawn.heads.length - 1, locale: language };
      const table = await withAgreement(drawn, disputed, place);
      return {
        cells: table.rows.length,
        disputed,
        pieces: format === "csv" ? csvOf(table) : writeXlsx(bookOf(table, ctx.now)),
      };
    },
    LIMITS,
  );
  const body = await concatenateChunks(requirements);
  const fileName = exportedName("authorisations", [slug, today(ctx)], format, disputed);
  const noted = await write(ctx, async (_tx, journal) => {
    const after = { format, language, cells, ...filters };
    journal.note({ event: "export.taken", subject: { noun: "export", id: null, label: fileName }, after });
    return done(null);
  });
  if (noted.ok) await tellOfLeaving(ctx, disputed.tables);
  return noted.ok ? done({ fileName, contentType: TYPES[format], body }) : noted;
}

function bookOf({ name, heads, rows, isRightToLeft }: MatrixTable, createdAt: Date) {
  const columns = heads.map((head) => ({ head, width: 22 }));
  return { isRightToLeft, createdAt, sheets: [{ name, columns, rows }] };
}

function* jsonOf(lines: readonly string[], disputed: DisputedRows): Generator<string> {
  yield `{"format":"amana-authorisations-1",${disputedMember(disputed)}"authorisations":[\n${lines.join(",\n")}\n]}\n`;
}

function* csvOf({ heads, rows }: MatrixTable): Generator<string> {
  yield CSV_START + writeCsvRow(heads);
  for (const row of rows)
    yield writeCsvRow(row.map((cell) => (cell instanceof Date ? dayFirst(cell) : String(cell))));
}

/** Format of French spreadsheets: "04/12/2026". */
function dayFirst(day: Date): string {
  return day.toISOString().slice(0, 10).split("-").reverse().join("/");
}
