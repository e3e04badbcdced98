import { getTranslations } from "next-intl/server";
import { can } from "@/lib/domain/access/policy";
import { rejectTable, type RejectWords } from "@/lib/domain/import/rejects";
import { done, refuse, type Outcome } from "@/lib/domain/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import type { Ctx } from "@/lib/platform/context";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { withOrg } from "@/lib/platform/transaction";
import { findRun } from "./data";
import { previewRun } from "./preview";

/** `name` is the name of the file that was read, without its ending. */
export type RejectsFile = { name: string; body: string };

const READ_LIMITS = { timeoutMs: 60_000 };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The rows of a file that stay out, each with its line and its reason, to be mended in a spreadsheet. */
export async function takeRejects(ctx: Ctx, id: string): Promise<Outcome<RejectsFile>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  if (!UUID.test(id)) return refuse({ kind: "not-found" });
  const words = await loadRejectWords();
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  return withOrg(
    ctx.scope,
    async (tx): Promise<Outcome<RejectsFile>> => {
      const run = await findRun(tx, id);
      if (!run) return refuse({ kind: "not-found" });
      const { file, plan } = await previewRun(tx, run, today);
      const cellsOfLine = new Map(file.rows.map(({ line, cells }) => [line, cells]));
      const table = rejectTable(plan.rows, { header: file.header, cellsOfLine }, words);
      return done({
        name: run.fileName.replace(/\.[^.]*$/, ""),
        body: CSV_START + table.map(writeCsvRow).join(""),
      });
    },
    READ_LIMITS,
  );
}

/** In the language of the person who asks. */
async function loadRejectWords(): Promise<RejectWords> {
  const t = await getTranslations("import-page");
  const reason = (key: keyof RejectWords["reasons"]) => `${t(`reasons.${key}`)} ${t(`advice.${key}`)}`;
  return {
    line: t("rejects.line"),
    reason: t("rejects.reason"),
    reasons: {
      "no-controller": reason("no-controller"),
      "no-activity": reason("no-activity"),
      repeated: reason("repeated"),
      skipped: t("reasons.skipped"),
    },
  };
}
