import { exportName } from "@/lib/domain/text/export-name";
import { can } from "@/lib/domain/nouns/policy";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findRefusedPeople } from "@/lib/features/consultation/read/people";
import type { RefusedPeople } from "@/lib/features/consultation/schema";
import { translator } from "@/lib/i18n/translator";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { writeRefusedLines } from "@/lib/platform/sheets/refused-lines";
import type { Download } from "@/lib/platform/transport/download-route";

export async function exportRefusedPeople(
  ctx: Ctx,
  _slug: string,
  { id, language }: RefusedPeople,
): Promise<Outcome<Download>> {
  if (!can(ctx.actor, "consultation.read")) return refuse({ kind: "forbidden" });
  const refused = await withOrg(ctx.scope, (tx) => findRefusedPeople(tx, id));
  if (!refused) return refuse({ kind: "not-found" });
  const t = await translator(language, "consultation");
  return done(
    writeRefusedLines(exportName("refused-lines", [], "csv"), {
      refused,
      heads: [t("people.line"), t("people.reason")],
      wordsOf: (reason) => t(`people.lines.${reason}`),
    }),
  );
}
