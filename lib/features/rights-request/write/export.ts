import { createHash } from "node:crypto";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { TABLE_TYPES, writeTable } from "@/lib/platform/sheets/write-table";
import {
  type DisputedRows,
  findDisputedRows,
  LEAVING_LIMITS,
  tablesLeaving,
} from "@/lib/features/export/read/disputed-rows";
import { exportedName, withAgreement } from "@/lib/features/export/read/disputed-words";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import { requestJson, requestSheet } from "@/lib/features/rights-request/print/request-sheet";
import { findClockedRequests, type ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import type { RequestExport } from "@/lib/features/rights-request/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import type { Download } from "@/lib/platform/transport/download-route";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

const TYPES = { ...TABLE_TYPES, json: "application/json; charset=utf-8" } as const;

/** Hands over the register of requests, without its persons. Journalled. */
export async function exportRequests(
  ctx: StaffCtx,
  slug: string,
  { format, language }: RequestExport,
): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "export.take") || !isAuthorised(ctx, "rights-request.read"))
    return refuse({ kind: "forbidden" });
  const { requests, disputed } = await withOrg(
    ctx.scope,
    async (tx) => {
      const requests = await findClockedRequests(tx, {});
      const referenceOf = new Map(requests.map(({ id, request }) => [id, request.reference]));
      return { requests, disputed: await findDisputedRows(tx, tablesLeaving("rights-request"), referenceOf) };
    },
    LEAVING_LIMITS,
  );
  const body = await bodyOf({ requests, disputed }, { format, language }, ctx.now);
  const digest = createHash("sha256").update(body).digest("hex");
  const fileName = exportedName("rights-requests", [slug, today(ctx)], format, disputed);
  const noted = await write(ctx, async (_tx, journal) => {
    const after = { format, language, requests: requests.length, digest };
    journal.note({ event: "export.taken", subject: { noun: "export", id: null, label: fileName }, after });
    return done(null);
  });
  if (noted.ok) await tellOfLeaving(ctx, disputed.tables);
  return noted.ok ? done({ fileName, contentType: TYPES[format], body }) : noted;
}

type Leaving = { requests: readonly ClockedRequest[]; disputed: DisputedRows };

async function bodyOf({ requests, disputed }: Leaving, { format, language }: RequestExport, now: Date) {
  if (format === "json")
    return new TextEncoder().encode(requestJson(requests, now.getTime(), disputed.references));
  const place = { referenceAt: 0, locale: language };
  const table = await withAgreement(await requestSheet(requests, language, now.getTime()), disputed, place);
  return writeTable(table, { format, isRightToLeft: language === "ar", createdAt: now });
}
