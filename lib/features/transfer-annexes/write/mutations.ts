import { createHash } from "node:crypto";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { draftAnnexes } from "@/lib/domain/transfer-annexes/annexes";
import { LEAVING_LIMITS } from "@/lib/features/export/read/disputed-rows";
import { describeDisputed, exportedName } from "@/lib/features/export/read/disputed-words";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import { translator } from "@/lib/i18n/translator";
import { today, type Ctx } from "@/lib/platform/request/context";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Download } from "@/lib/platform/transport/download-route";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { annexesDocx } from "@/lib/features/transfer-annexes/print/annexes-docx";
import { collectAnnexes, type CollectedAnnexes } from "@/lib/features/transfer-annexes/read/queries";
import { annexDocument, type AnnexDocument } from "@/lib/features/transfer-annexes/print/document";
import type { AnnexesExport } from "@/lib/features/transfer-annexes/schema";

const TYPES: Record<AnnexesExport["format"], string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** Exports annexes I to III; journals author and hash. */
export async function exportAnnexes(ctx: Ctx, input: AnnexesExport): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "transfer.read") || !isAuthorised(ctx, "export.take"))
    return refuse({ kind: "forbidden" });
  const { id, format, language } = input;
  const day = today(ctx);
  const collected = await withOrg(
    ctx.scope,
    (tx) => collectAnnexes(tx, id, { on: day, language }),
    LEAVING_LIMITS,
  );
  if (!collected) return refuse({ kind: "not-found" });
  if (collected.transfer.content.tool.tool !== "scc-2021-914") return invalid("", "transfer.noClauses");
  const doc = await describe(collected, language, day);
  const body = format === "pdf" ? await annexesPdf(doc, language, day) : await annexesDocx(doc, language);
  const { reference } = collected.transfer;
  const fileName = exportedName("annexes", [reference, day, language], format, collected.disputed);
  const digest = createHash("sha256").update(body).digest("hex");
  const noted = await write(ctx, async (_tx, journal) => {
    journal.note({
      event: "export.taken",
      subject: { noun: "export", id: null, label: fileName },
      after: { transfer: reference, format, language, open: doc.open.length, digest },
    });
    return done(null);
  });
  if (noted.ok) await tellOfLeaving(ctx, collected.disputed.tables);
  return noted.ok ? done({ fileName, contentType: TYPES[format], body }) : noted;
}

async function describe(
  { transfer, source, disputed }: CollectedAnnexes,
  locale: AnnexesExport["language"],
  day: string,
): Promise<AnnexDocument> {
  const { reference, content, state } = transfer;
  const [t, record, country] = await Promise.all([
    translator(locale, "transfer-annexes"),
    translator(locale, "record"),
    translator(locale, "countries"),
  ]);
  return annexDocument(draftAnnexes(source), {
    t,
    record,
    country,
    locale,
    reference,
    content,
    state,
    disputed: await describeDisputed(disputed, locale),
    day,
  });
}

async function annexesPdf(
  doc: AnnexDocument,
  locale: AnnexesExport["language"],
  on: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const [year, month, day] = on.split("-").map(Number);
  const data = { ...doc, date: { year, month, day } };
  return new Uint8Array(
    await renderPdf({ template: "lib/features/transfer-annexes/print/annexes.typ", locale, data }),
  );
}
