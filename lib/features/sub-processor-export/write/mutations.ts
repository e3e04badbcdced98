import { createHash } from "node:crypto";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { placeLinks } from "@/lib/domain/sub-processor/chain";
import { findAll, type ListedRow } from "@/lib/features/sub-processor/read/queries";
import { today, type Ctx } from "@/lib/platform/request/context";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import type { Download } from "@/lib/platform/transport/download-route";
import { withOrg } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { disputedMember, disputedSheets, exportedName } from "@/lib/features/export/read/disputed-words";
import { LEAVING_LIMITS, findDisputedRows, tablesLeaving } from "@/lib/features/export/read/disputed-rows";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import { listWorkbook } from "@/lib/features/sub-processor-export/print/list-workbook";
import type { ListExport } from "@/lib/features/sub-processor-export/schema";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const;

/** Includes each chain. Journalled. */
export async function exportSubProcessors(
  ctx: Ctx,
  slug: string,
  { format, language }: ListExport,
): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "export.take")) return refuse({ kind: "forbidden" });
  const on = today(ctx);
  const { rows, disputed } = await withOrg(
    ctx.scope,
    async (tx) => {
      const rows = await findAll(tx);
      const referenceOf = new Map(rows.map(({ id, reference }) => [id, reference]));
      return { rows, disputed: await findDisputedRows(tx, tablesLeaving("sub-processor"), referenceOf) };
    },
    LEAVING_LIMITS,
  );
  const book = async () => {
    const { sheets, ...rest } = await listWorkbook(rows, language, ctx.now);
    return { ...rest, sheets: [...sheets, ...(await disputedSheets(disputed, language))] };
  };
  const lines = rows.map((row) => canonicalText(exported(row) as JsonValue));
  const digest = createHash("sha256").update(lines.join("\n")).digest("hex");
  const body = await concatenateChunks(
    format === "json"
      ? [
          `{"format":"amana-sub-processors-1",${disputedMember(disputed)}"subProcessors":[\n${lines.join(",\n")}\n]}\n`,
        ]
      : writeXlsx(await book()),
  );
  const fileName = exportedName("sub-processors", [slug, on], format, disputed);
  const noted = await write(ctx, async (_tx, journal) => {
    const after = { format, language, subProcessors: rows.length, digest };
    journal.note({ event: "export.taken", subject: { noun: "export", id: null, label: fileName }, after });
    return done(null);
  });
  if (noted.ok) await tellOfLeaving(ctx, disputed.tables);
  return noted.ok ? done({ fileName, contentType: TYPES[format], body }) : noted;
}

/** Excludes database ids: references and chain numbers alone. */
function exported({ reference, state, scopeDigest, content, transferReferences }: ListedRow) {
  const chain = placeLinks(content.chain.links).map(
    ({ number, link: { id: _id, under: _under, ...link } }) => ({
      number,
      ...link,
    }),
  );
  return {
    reference,
    state,
    scopeDigest,
    ...content,
    transfers: transferReferences,
    chain: { answer: content.chain.answer, companies: chain },
  };
}
