import { DISPUTED_NAME, type ExportedKind, exportName } from "@/lib/domain/text/export-name";
import type { DisputedRows } from "@/lib/features/export/read/disputed-rows";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { CellValue, WorkSheet } from "@/lib/platform/sheets/workbook";

type Disputed = Pick<DisputedRows, "references">;

/** References named in one sentence, at most. */
const MOST_NAMED = 20;
/** Longest name of a sheet that spreadsheets take. */
const LONGEST_SHEET = 31;

/** Name of a file that leaves: "contrats-nejma-2026-12-01-ne-concorde-pas-avec-le-journal.json" where a row disagrees. */
export function exportedName(
  kind: ExportedKind,
  parts: readonly string[],
  extension: string,
  { references }: Disputed,
): string {
  return exportName(kind, [...parts, references.length > 0 ? DISPUTED_NAME : ""], extension);
}

/** Sentence that names the lines that do not agree; "" where all do. */
export async function describeDisputed({ references }: Disputed, locale: Locale): Promise<string> {
  if (references.length === 0) return "";
  const t = await translator(locale, "export");
  const list = new Intl.ListFormat(locale).format(references.slice(0, MOST_NAMED));
  const more = Math.max(0, references.length - MOST_NAMED);
  return t("document.disputedRows", { count: references.length, list, more });
}

/** Sheet of a workbook that names them, a line each; none where all agree. */
export async function disputedSheets(disputed: Disputed, locale: Locale): Promise<WorkSheet[]> {
  if (disputed.references.length === 0) return [];
  const t = await translator(locale, "export");
  const head = t("document.disputed");
  return [
    {
      name: head.slice(0, LONGEST_SHEET),
      columns: [{ head, width: 60 }],
      rows: [...disputed.references, await describeDisputed(disputed, locale)].map((text) => [text]),
    },
  ];
}

type Table<Cell> = { heads: string[]; rows: Cell[][] };

/** A table with a column that says it beside each line; the same table where all agree. `referenceAt`: place of its reference. */
export async function withAgreement<Cell extends CellValue, T extends Table<Cell>>(
  table: T,
  { references }: Disputed,
  { referenceAt, locale }: { referenceAt: number; locale: Locale },
): Promise<T> {
  if (references.length === 0) return table;
  const t = await translator(locale, "export");
  const said = t("document.disputedRow");
  const rows = table.rows.map((row) => [...row, references.includes(String(row[referenceAt])) ? said : ""]);
  return Object.assign({}, table, { heads: [...table.heads, t("document.disputed")], rows });
}

/** Member of a JSON object, with its comma; "" where all agree. */
export function disputedMember({ references }: Disputed): string {
  return references.length === 0 ? "" : `"disputed":${JSON.stringify(references)},`;
}
