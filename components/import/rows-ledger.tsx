import { useTranslations } from "next-intl";
import { Ledger, type LedgerColumn } from "@/components/ui/ledger";
import type { ImportRowProps } from "@/lib/features/import/loaders";
import { RowLine } from "./row-line";
import { hasNotes, RowNotes } from "./row-notes";

/** Each row of the file, its line in the margin; beneath it, under the cell it speaks of, what is to be said of it. */
export function RowsLedger({ rows }: { rows: readonly ImportRowProps[] }) {
  const t = useTranslations("import-page");
  return (
    <Ledger caption={t("rows.caption")} columns={columnsOf(t)}>
      {rows.flatMap((row, index) => [
        <RowLine key={row.line} row={row} index={index} />,
        ...(hasNotes(row) ? [<RowNotes key={`${row.line}-notes`} row={row} index={index} />] : []),
      ])}
    </Ledger>
  );
}

function columnsOf(t: (key: string) => string): LedgerColumn[] {
  return [
    { key: "file", label: t("rows.file"), folio: true },
    { key: "reference", label: t("rows.reference"), width: 104 },
    { key: "controller", label: t("rows.controller"), width: 192 },
    { key: "activity", label: t("rows.activity") },
    { key: "countries", label: t("rows.countries"), width: 150, wide: true },
    { key: "start", label: t("rows.start"), width: 110 },
    { key: "fate", label: t("rows.fate"), width: 130 },
  ];
}
