import type { PersonRefusal } from "@/lib/domain/consultation/person-line";
import { can } from "@/lib/domain/nouns/policy";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findRefusedPeople } from "@/lib/features/consultation/read/people";
import type { RefusedPeople } from "@/lib/features/consultation/schema";
import { translator } from "@/lib/i18n/translator";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import type { Download } from "@/lib/platform/transport/download-route";

/** Writes the numbers of the lines that were refused, with the reason of each, as a CSV: nothing else of them is known. */
export async function takeRefusedPeople(
  ctx: Ctx,
  _slug: string,
  { id, language }: RefusedPeople,
): Promise<Outcome<Download>> {
  if (!can(ctx.actor, "consultation.read")) return refuse({ kind: "forbidden" });
  const refused = await withOrg(ctx.scope, (tx) => findRefusedPeople(tx, id));
  if (!refused) return refuse({ kind: "not-found" });
  const t = await translator(language, "consultation");
  const lines = (Object.entries(refused) as [PersonRefusal, number[]][])
    .flatMap(([reason, numbers]) => numbers.map((line) => ({ line, reason })))
    .sort((a, b) => a.line - b.line);
  const rows = lines.map(({ line, reason }) => writeCsvRow([String(line), t(`people.lines.${reason}`)]));
  const heads = writeCsvRow([t("people.line"), t("people.reason")]);
  const body = new TextEncoder().encode(CSV_START + heads + rows.join(""));
  return done({ fileName: "refused-lines.csv", contentType: "text/csv; charset=utf-8", body });
}
