import { getTranslations } from "next-intl/server";
import { rejectTable, type RejectWords } from "@/lib/domain/import/rejects";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import type { Preview } from "./preview";

/** The rows of a file that stay out, each with its line and its reason, to be mended in a spreadsheet. */
export async function writeRejects({ file, plan }: Preview): Promise<string> {
  const words = await loadRejectWords();
  const cellsOfLine = new Map(file.rows.map(({ line, cells }) => [line, cells]));
  const table = rejectTable(plan.rows, { header: file.header, cellsOfLine }, words);
  return CSV_START + table.map(writeCsvRow).join("");
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
