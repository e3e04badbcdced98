import { useTranslations } from "next-intl";
import { DataTable, type DataTableColumn } from "@/components/ui/data-table";
import type { ImportRowProps } from "@/lib/features/import/loaders";
import { RowLine } from "./row-line";
import type { RowsKind } from "./rows-kind";
import { hasNotes, RowNotes } from "./row-notes";

/** Puts a row's remarks below the cell they concern. */
export function RowsTable({ rows, kind }: { rows: readonly ImportRowProps[]; kind: RowsKind }) {
  const t = useTranslations("import-page");
  return (
    <DataTable caption={t("rows.caption")} columns={columnsOf(t, kind)}>
      {rows.flatMap((row, index) => [
        <RowLine key={row.fingerprint} row={row} index={index} kind={kind} />,
        ...(hasNotes(row)
          ? [<RowNotes key={`${row.fingerprint}-notes`} row={row} index={index} kind={kind} />]
          : []),
      ])}
    </DataTable>
  );
}

function columnsOf(t: (key: string) => string, kind: RowsKind): DataTableColumn[] {
  // The own register has no client: the CNIL workbook's sheet name is shown instead.
  const source = kind === "cnil" ? "sheetName" : "controller";
  const columns: DataTableColumn[] = [
    { key: "file", label: t("rows.file"), folio: true },
    { key: "reference", label: t("rows.reference"), width: 104 },
    { key: "controller", label: t(`rows.${source}`), width: 192 },
    { key: "activity", label: t(kind === "clients" ? "rows.activity" : "rows.ownActivity") },
    {
      key: "countries",
      label: t(kind === "clients" ? "rows.countries" : "rows.ownCountries"),
      width: 150,
      wide: true,
    },
    { key: "start", label: t("rows.start"), width: 110 },
    { key: "fate", label: t("rows.fate"), width: 130 },
  ];
  return kind === "own" ? columns.filter(({ key }) => key !== "controller") : columns;
}
