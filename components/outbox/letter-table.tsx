"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, rowClass, type DataTableColumn } from "@/components/ui/data-table";
import { LetterState } from "@/components/ui/letter-state";
import { useListKeys } from "@/components/ui/data-table-keys";
import type { loadOutbox } from "@/lib/features/outbox/loaders";
import { dayAt, formatDay, formatHour } from "@/lib/i18n/format";

export type LetterLine = Awaited<ReturnType<typeof loadOutbox>>["rows"][number];

export function LetterTable({ org, rows }: { org: string; rows: readonly LetterLine[] }) {
  const t = useTranslations("outbox");
  const locale = useLocale();
  const { cursor, tableRef } = useListKeys(rows.length);
  const columns: DataTableColumn[] = [
    { key: "day", label: t("columns.day"), folio: true, sort: "descending" },
    { key: "subject", label: t("columns.subject") },
    { key: "to", label: t("columns.to"), width: 250 },
    { key: "state", label: t("columns.state"), width: 190 },
    { key: "when", label: t("columns.when"), width: 190 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns} ref={tableRef}>
      {rows.map((row, index) => (
        <tr
          key={row.id}
          className={rowClass({ cursor: index === cursor, closed: row.state === "cancelled" })}
        >
          <Cell place="folio" whole>
            {dayOf(row) !== dayOf(rows[index - 1]) && formatDay(dayOf(row), locale)}
          </Cell>
          <Cell place="title">
            <Link href={`/${org}/outbox/${row.id}`} prefetch={false}>
              {row.subject}
            </Link>
          </Cell>
          <Cell place="text">{row.toAddress ? <bdi>{row.toAddress}</bdi> : t("dataSubject")}</Cell>
          <Cell place="status">
            <LetterState of={{ state: shownState(row) }} />
          </Cell>
          <Cell place="date">
            <time dateTime={new Date(row.createdAt).toISOString()}>
              {formatHour(row.createdAt, "Africa/Casablanca", locale)}
            </time>
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

/** Distinguishes a retry from a first attempt. */
function shownState({ state, attempts }: LetterLine): string {
  return state === "queued" && attempts > 0 ? "again" : state;
}

/** Calendar day in Casablanca; "" before the first row. */
function dayOf(row: LetterLine | undefined): string {
  return row ? dayAt(row.createdAt, "Africa/Casablanca") : "";
}
