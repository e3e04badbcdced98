"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Cell } from "@/components/ui/data-table";
import { Day } from "@/components/ui/deadline";
import { ListTable, NamedCells } from "@/components/ui/list-table";
import { formatDay, formatList, joinParts } from "@/lib/i18n/format";

type PeriodRow = {
  id: string;
  reference: string;
  title: string;
  controllerName: string;
  firstDay: string | null;
  lastDay: string | null;
  /** Names of the places that are called; none of a consultation. */
  placeNames?: readonly string[];
};
type PeriodTableProps<Row> = {
  noun: "campaign" | "consultation";
  /** Address of the list, below which each row has its sheet. */
  path: string;
  rows: readonly Row[];
  isClosed: (row: Row) => boolean;
  statusOf: (row: Row) => ReactNode;
};

/** Rows of what is done for a controller from one day to another. */
export function PeriodTable<Row extends PeriodRow>({
  noun,
  path,
  rows,
  isClosed,
  statusOf,
}: PeriodTableProps<Row>) {
  const t = useTranslations(`${noun}.list`);
  const locale = useLocale();
  const columns = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "title", label: t("name") },
    { key: "firstDay", label: t("firstDay"), width: 120 },
    { key: "lastDay", label: t("lastDay"), width: 120 },
    { key: "state", label: t("state"), width: 140 },
  ];
  return (
    <ListTable noun={noun} caption={t("title")} columns={columns} rows={rows} isClosed={isClosed}>
      {(row) => (
        <>
          <NamedCells
            reference={row.reference}
            href={`${path}/${row.id}`}
            about={
              <bdi>{joinParts([row.controllerName, formatList(row.placeNames ?? [], locale)], locale)}</bdi>
            }
          >
            <bdi>{row.title}</bdi>
          </NamedCells>
          <DayCell noun={noun} day={row.firstDay} />
          <DayCell noun={noun} day={row.lastDay} />
          <Cell place="status" whole>
            {statusOf(row)}
          </Cell>
        </>
      )}
    </ListTable>
  );
}

function DayCell({ noun, day }: { noun: string; day: string | null }) {
  const t = useTranslations(noun);
  const locale = useLocale();
  return (
    <Cell place="date" whole>
      {day ? <Day text={formatDay(day, locale)} /> : <span className="faint">{t("notStated")}</span>}
    </Cell>
  );
}
