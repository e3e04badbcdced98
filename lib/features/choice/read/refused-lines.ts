import { exportName } from "@/lib/domain/text/export-name";
import { can } from "@/lib/domain/nouns/policy";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { translator } from "@/lib/i18n/translator";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { writeRefusedLines } from "@/lib/platform/sheets/refused-lines";
import type { Download } from "@/lib/platform/transport/download-route";
import { findRefusedLines } from "@/lib/features/choice/read/collections";
import type { RefusedLines } from "@/lib/features/choice/schema";

export async function exportRefusedLines(
  ctx: Ctx,
  _slug: string,
  { id, language }: RefusedLines,
): Promise<Outcome<Download>> {
  if (!can(ctx.actor, "choice.read")) return refuse({ kind: "forbidden" });
  const refused = await withOrg(ctx.scope, (tx) => findRefusedLines(tx, id));
  if (!refused) return refuse({ kind: "not-found" });
  const t = await translator(language, "choice");
  return done(
    writeRefusedLines(exportName("refused-lines", [], "csv"), {
      refused,
      heads: [t("consents.line"), t("consents.reason")],
      wordsOf: (reason) => t(`consents.lines.${reason}`),
    }),
  );
}
