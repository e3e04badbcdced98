"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { GapBadge } from "@/components/ui/gap-badge";
import { Cell, DataTable, rowClass, type DataTableColumn } from "@/components/ui/data-table";
import { useListKeys } from "@/components/ui/data-table-keys";
import { Status } from "@/components/ui/status";
import type { ControllerListRow } from "@/lib/features/controller/loaders";
import { formatNumber } from "@/lib/i18n/format";

export type ControllerLine = Omit<ControllerListRow, "country"> & { country: string };

type ControllerTableProps = { org: string; rows: readonly ControllerLine[]; isArchived: boolean };

/** Sorts by name and shows each initial once in the margin. */
export function ControllerTable({ org, rows, isArchived }: ControllerTableProps) {
  const t = useTranslations("controller");
  const { cursor, tableRef } = useListKeys(rows.length, "controller-filter");
  return (
    <DataTable caption={t("list.title")} columns={columnsOf(t)} ref={tableRef}>
      {rows.map((row, index) => (
        <tr key={row.id} className={rowClass({ cursor: index === cursor, closed: isArchived })}>
          <Cell place="folio">{initialOf(row) !== initialOf(rows[index - 1]) && initialOf(row)}</Cell>
          <Row org={org} row={row} />
        </tr>
      ))}
    </DataTable>
  );
}

function Row({ org, row }: { org: string; row: ControllerLine }) {
  const t = useTranslations("controller");
  const locale = useLocale();
  return (
    <>
      <Cell place="title">
        <Link href={`/${org}/controllers/${row.id}`} prefetch={false}>
          {row.legalName}
        </Link>
        {row.isPlaceholder && (
          <>
            {" "}
            <Status kind="warn">{t("toName")}</Status>
          </>
        )}
      </Cell>
      <Cell place="text">{row.country || <span className="faint">{t("countryUnknown")}</span>}</Cell>
      <Cell place="wide">{row.contact && <bdi>{row.contact}</bdi>}</Cell>
      <Cell place="date" numeric>
        <span className="max-[900px]:hidden">{formatNumber(row.records, locale)}</span>
        <span className="hidden max-[900px]:inline">{t("list.recordsSaid", { count: row.records })}</span>
      </Cell>
      <Cell place="status">
        {row.records === 0 ? (
          <span className="faint">{t("list.noRecord")}</span>
        ) : (
          <GapBadge count={row.requiredGaps} none={t("list.noGap")} />
        )}
      </Cell>
    </>
  );
}

function columnsOf(t: (key: string) => string): DataTableColumn[] {
  return [
    { key: "initial", label: t("list.initial"), labelHidden: true, folio: true },
    { key: "name", label: t("list.name"), sort: "ascending" },
    { key: "country", label: t("fields.country"), width: 150 },
    { key: "contact", label: t("fields.contact"), width: 210, wide: true },
    { key: "records", label: t("list.records"), width: 80, numeric: true },
    { key: "gaps", label: t("list.gaps"), width: 170 },
  ];
}

function initialOf(row: ControllerLine | undefined): string | undefined {
  return row && Array.from(row.legalName.normalize("NFD"))[0]?.toUpperCase();
}
