"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import { useListKeys } from "@/components/ui/data-table-keys";
import { Day } from "@/components/ui/deadline";
import type { loadConsultations } from "@/lib/features/consultation/loaders";
import { formatDay } from "@/lib/i18n/format";
import { ConsultationStatus } from "./consultation-status";

type ConsultationTableProps = { org: string; rows: Awaited<ReturnType<typeof loadConsultations>>["rows"] };

export function ConsultationTable({ org, rows }: ConsultationTableProps) {
  const t = useTranslations("consultation.list");
  const { cursor, tableRef } = useListKeys(rows.length, "consultation-filter");
  const columns = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "title", label: t("name") },
    { key: "firstDay", label: t("firstDay"), width: 120 },
    { key: "lastDay", label: t("lastDay"), width: 120 },
    { key: "state", label: t("state"), width: 140 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns} ref={tableRef}>
      {rows.map((row, index) => (
        <tr
          key={row.id}
          className={rowClass({
            cursor: index === cursor,
            closed: row.state === "closed" || row.state === "revoked",
          })}
        >
          <Cell place="folio" whole>
            <bdi>{row.reference}</bdi>
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}/telephone/consultations/${row.id}`} prefetch={false}>
              <bdi>{row.title}</bdi>
            </Link>
            <span className="block font-normal muted">
              <bdi>{row.controllerName}</bdi>
            </span>
          </Cell>
          <DayCell day={row.firstDay} />
          <DayCell day={row.lastDay} />
          <Cell place="status" whole>
            <ConsultationStatus of={row.state} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function DayCell({ day }: { day: string | null }) {
  const t = useTranslations("consultation");
  const locale = useLocale();
  return (
    <Cell place="date" whole>
      {day ? <Day text={formatDay(day, locale)} /> : <span className="faint">{t("unsaid")}</span>}
    </Cell>
  );
}
