import { getTranslations } from "next-intl/server";
import { rejectTable, type RejectWords } from "@/lib/domain/import/rejects";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";

/** CSV of excluded rows with line and reason, for correction. */
export async function writeRejects(
  header: readonly string[],
  rejected: readonly Rejected[],
): Promise<string> {
  const words = await loadRejectWords();
  const rows = rejected.map(({ reason, ...row }) => ({ ...row, reason: reason as RejectReason }));
  return CSV_START + rejectTable(rows, header, words).map(writeCsvRow).join("");
}

type RejectReason = keyof RejectWords["reasons"];

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
      question: reason("question"),
      "other-register": reason("other-register"),
    },
  };
}

/** Names the sheet where several were read. */
export type Rejected = { line: number; sheet: string; reason: string; cells: string[] };
