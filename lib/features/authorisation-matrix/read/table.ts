import { dayOf, type Matrix, type MatrixCell } from "@/lib/domain/authorisation/matrix";
import { itemAt } from "@/lib/domain/invariant/required";
import { todayIn } from "@/lib/domain/time/zones";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { CellValue } from "@/lib/platform/sheets/workbook";
import type { LastRequest } from "./queries";

/** Rows per cell, without database ids. */
export type MatrixTable = {
  name: string;
  heads: string[];
  rows: CellValue[][];
  isRightToLeft: boolean;
};

export async function matrixTable(
  { columns, rows }: Matrix,
  stated: ReadonlyMap<string, LastRequest>,
  locale: Locale,
): Promise<MatrixTable> {
  const t = await translator(locale, "authorisation-matrix");
  const requirements = await translator(locale, "record");
  const heads = [
    t("controller"),
    t("export.contract"),
    ...(["regime", "subProcessor"] as const).map((name) => t(name)),
    ...(
      ["subProcessorReference", "state", "day", "deadline", "daysLeft", "missing", "reference"] as const
    ).map((name) => t(`export.${name}`)),
  ];
  const words = (cell: MatrixCell, { decidedAt }: LastRequest): CellValue[] => [
    t(`states.${cell.state}`),
    dayCell(dayOf(cell, todayIn("Africa/Casablanca", decidedAt.getTime()))),
    dayCell(cell.day),
    cell.daysLeft ?? "",
    cell.missing.map((piece) => requirements(`requirements.${piece}`)).join("\n"),
  ];
  return {
    name: t("export.sheet"),
    heads,
    rows: rows.flatMap(({ controller, contract, cells }) =>
      cells.flatMap((cell, at) => {
        const { name, reference } = itemAt(columns, at);
        const last = stated.get(cell.requestId ?? "");
        if (!last) return [];
        const regime = t(`regimes.${cell.regime}`);
        return [[controller, contract, regime, name, reference, ...words(cell, last), last.reference]];
      }),
    ),
    isRightToLeft: locale === "ar",
  };
}

function dayCell(isoDay: string | null): CellValue {
  return isoDay === null ? "" : new Date(`${isoDay}T00:00:00Z`);
}
