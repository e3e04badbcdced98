"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { Cell, DataTable, rowClass, type DataTableColumn } from "@/components/ui/data-table";
import { useListKeys } from "@/components/ui/data-table-keys";
import { Status } from "@/components/ui/status";
import { itemAt } from "@/lib/domain/invariant/required";
import type { MeasureListRow } from "@/lib/features/measure/loaders";
import { formatNumber } from "@/lib/i18n/format";
import { FILTER_ID } from "./measure-filters";

export type FamilyHead = { family: string; name: string; sheets: string; href: string };

type MeasureTableProps = { org: string; rows: readonly MeasureListRow[]; families: readonly FamilyHead[] };

export function MeasureTable({ org, rows, families }: MeasureTableProps) {
  const t = useTranslations("measure");
  const { cursor, tableRef } = useListKeys(rows.length + families.length, FILTER_ID);
  const columns = columnsOf(t);
  // Row indexes of the family heads, which the keys j and k walk.
  const starts = families.map(({ family }, index) => rows.findIndex((row) => row.family === family) + index);
  return (
    <DataTable caption={t("list.title")} columns={columns} ref={tableRef}>
      {families.map((head, index) => (
        <Fragment key={head.family}>
          <FamilyRow head={head} span={columns.length - 1} isCursor={cursor === starts[index]} />
          {rows
            .filter(({ family }) => family === head.family)
            .map((row, at) => (
              <tr
                key={row.id}
                className={rowClass({
                  cursor: cursor === itemAt(starts, index) + at + 1,
                  closed: row.retiredAt !== null,
                })}
              >
                <Row org={org} row={row} />
              </tr>
            ))}
        </Fragment>
      ))}
    </DataTable>
  );
}

function FamilyRow({ head, span, isCursor }: { head: FamilyHead; span: number; isCursor: boolean }) {
  return (
    <tr className={["family", rowClass({ cursor: isCursor })].filter(Boolean).join(" ")}>
      <Cell place="folio" whole>
        {head.sheets}
      </Cell>
      <th scope="colgroup" colSpan={span} className="at-title">
        <Link href={head.href} prefetch={false}>
          {head.name}
        </Link>
      </th>
    </tr>
  );
}

function Row({ org, row }: { org: string; row: MeasureListRow }) {
  const t = useTranslations("measure");
  const locale = useLocale();
  return (
    <>
      <Cell place="folio" whole>
        <bdi>{row.reference}</bdi>
      </Cell>
      <Cell place="title" whole>
        <Link href={`/${org}/measures/${row.id}`} prefetch={false}>
          {row.title}
        </Link>
      </Cell>
      <Cell place="text" whole>
        {t("article", { article: row.articles.join(", ") })}
      </Cell>
      <Cell place="wide" whole>
        <bdi>{row.iso.join(", ")}</bdi>
      </Cell>
      <Cell place="wide" whole>
        {row.owner}
      </Cell>
      <Cell place="date" numeric whole>
        <span className="max-[900px]:hidden">{formatNumber(row.records, locale)}</span>
        <span className="hidden max-[900px]:inline">{t("list.recordsSaid", { count: row.records })}</span>
      </Cell>
      <Cell place="status" whole>
        <MeasureStatus row={row} />
      </Cell>
    </>
  );
}

function MeasureStatus({ row }: { row: MeasureListRow }) {
  const t = useTranslations("measure.list");
  if (row.retiredAt !== null) return <Status kind="plain">{t("retired")}</Status>;
  if (row.isReviewDue) return <Status kind="warn">{t("reviewDue")}</Status>;
  if (row.records === 0) return <span className="faint">{t("unused")}</span>;
  return <Status kind="ok">{t("used")}</Status>;
}

function columnsOf(t: (key: string) => string): DataTableColumn[] {
  return [
    { key: "reference", label: t("list.reference"), folio: true },
    { key: "name", label: t("list.name") },
    { key: "articles", label: t("list.articles"), width: 170 },
    { key: "iso", label: t("list.isoHead"), width: 120, wide: true },
    { key: "owner", label: t("list.owner"), width: 150, wide: true },
    { key: "records", label: t("list.records"), width: 64, numeric: true },
    { key: "status", label: t("list.status"), width: 130 },
  ];
}
