import { exportName } from "@/lib/domain/text/export-name";
import { createHash } from "node:crypto";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import {
  requestJson,
  requestSheet,
  type RequestSheet,
} from "@/lib/features/rights-request/print/request-sheet";
import { findClockedRequests, type ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import type { RequestExport } from "@/lib/features/rights-request/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import type { Download } from "@/lib/platform/transport/download-route";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const;

/** Hands over the register of requests, without its persons. Journalled. */
export async function exportRequests(
  ctx: StaffCtx,
  slug: string,
  { format, language }: RequestExport,
): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "export.take") || !isAuthorised(ctx, "rights-request.read"))
    return refuse({ kind: "forbidden" });
  const requests = await withOrg(ctx.scope, (tx) => findClockedRequests(tx, {}));
  const body = await bodyOf(requests, { format, language }, ctx.now);
  const digest = createHash("sha256").update(body).digest("hex");
  const fileName = exportName("rights-requests", [slug, today(ctx)], format);
  const noted = await write(ctx, async (_tx, journal) => {
    const after = { format, language, requests: requests.length, digest };
    journal.note({ event: "export.taken", subject: { noun: "export", id: null, label: fileName }, after });
    return done(null);
  });
  return noted.ok ? done({ fileName, contentType: TYPES[format], body }) : noted;
}

async function bodyOf(requests: readonly ClockedRequest[], { format, language }: RequestExport, now: Date) {
  if (format === "json") return new TextEncoder().encode(requestJson(requests, now.getTime()));
  const sheet = await requestSheet(requests, language, now.getTime());
  return concatenateChunks(format === "csv" ? csvOf(sheet) : xlsxOf(sheet, language === "ar", now));
}

function csvOf({ heads, rows }: RequestSheet): string[] {
  return [CSV_START, ...[heads, ...rows].map((cells) => writeCsvRow(cells))];
}

function xlsxOf({ name, heads, rows }: RequestSheet, isRightToLeft: boolean, createdAt: Date) {
  const columns = heads.map((head) => ({ head, width: 24 }));
  return writeXlsx({ isRightToLeft, createdAt, sheets: [{ name, columns, rows }] });
}
