import { createHash } from "node:crypto";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { assistanceTable } from "@/lib/features/dpo-figures/print/assistance-sheet";
import { findAssistanceLines } from "@/lib/features/dpo-figures/read/assistance";
import type { AssistanceExport } from "@/lib/features/dpo-figures/schema";
import { TABLE_TYPES, writeTable } from "@/lib/platform/sheets/write-table";
import { exportedName, withAgreement } from "@/lib/features/export/read/disputed-words";
import { LEAVING_LIMITS, findDisputedRows, tablesLeaving } from "@/lib/features/export/read/disputed-rows";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import { withOrg } from "@/lib/platform/database/transaction";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Download } from "@/lib/platform/transport/download-route";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Hands over every assistance with its time and outcome. Journalled. */
export async function exportAssistance(
  ctx: Ctx,
  slug: string,
  { format, language }: AssistanceExport,
): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "export.take") || !isAuthorised(ctx, "assistance.read"))
    return refuse({ kind: "forbidden" });
  const { lines, disputed } = await withOrg(
    ctx.scope,
    async (tx) => {
      const lines = await findAssistanceLines(tx);
      const referenceOf = new Map(lines.map(({ id, reference }) => [id, reference]));
      return { lines, disputed: await findDisputedRows(tx, tablesLeaving("assistance"), referenceOf) };
    },
    LEAVING_LIMITS,
  );
  const place = { referenceAt: 0, locale: language };
  const table = await withAgreement(await assistanceTable(lines, language), disputed, place);
  const body = await writeTable(table, { format, isRightToLeft: language === "ar", createdAt: ctx.now });
  const digest = createHash("sha256").update(body).digest("hex");
  const fileName = exportedName("assistance", [slug, today(ctx)], format, disputed);
  const noted = await write(ctx, async (_tx, journal) => {
    const after = { format, language, assistance: lines.length, digest };
    journal.note({ event: "export.taken", subject: { noun: "export", id: null, label: fileName }, after });
    return done(null);
  });
  if (noted.ok) await tellOfLeaving(ctx, disputed.tables);
  return noted.ok ? done({ fileName, contentType: TABLE_TYPES[format], body }) : noted;
}
