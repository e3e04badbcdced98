import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { printReport } from "@/lib/features/call-log/print/report";
import { findLog } from "@/lib/features/call-log/read/queries";
import type { ReportAsked } from "@/lib/features/call-log/schema";
import { LEAVING_LIMITS, findDisputedRows, tablesLeaving } from "@/lib/features/export/read/disputed-rows";
import { describeDisputed, exportedName } from "@/lib/features/export/read/disputed-words";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import type { Download } from "@/lib/platform/transport/download-route";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Prints the report on a judged log for its controller, and journals that it leaves. */
export async function exportReport(ctx: Ctx, { id, language }: ReportAsked): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "call-log.take")) return refuse({ kind: "forbidden" });
  const found = await withOrg(
    ctx.scope,
    async (tx) => {
      const log = await findLog(tx, id);
      return {
        log,
        organisation: await tx.organisation.findFirstOrThrow({ select: { legalName: true } }),
        disputed: await findDisputedRows(tx, tablesLeaving("call-log"), new Map(log && [[id, log.fileName]])),
      };
    },
    LEAVING_LIMITS,
  );
  const { log, disputed } = found;
  if (!log || log.judgements.length === 0) return refuse({ kind: "not-found" });
  const body = await printReport(
    {
      log,
      organisation: found.organisation.legalName,
      disputed: await describeDisputed(disputed, language),
      now: ctx.now,
    },
    language,
  );
  const fileName = exportedName("calls", [log.sha256.slice(0, 12)], "pdf", disputed);
  const noted = await write(ctx, async (_tx, journal) => {
    journal.note({
      event: "call-log.reported",
      subject: { noun: "call-log", id, label: log.fileName },
      after: { sha256: log.sha256 },
    });
    return done(null);
  });
  if (noted.ok) await tellOfLeaving(ctx, disputed.tables);
  return noted.ok ? done({ fileName, contentType: "application/pdf", body }) : noted;
}
