"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import { useListKeys } from "@/components/ui/data-table-keys";
import { Day } from "@/components/ui/deadline";
import type { loadCampaigns } from "@/lib/features/campaign/loaders";
import { formatDay } from "@/lib/i18n/format";
import { CampaignStatus } from "./campaign-status";

type CampaignTableProps = { org: string; rows: Awaited<ReturnType<typeof loadCampaigns>>["rows"] };

export function CampaignTable({ org, rows }: CampaignTableProps) {
  const t = useTranslations("campaign.list");
  const { cursor, tableRef } = useListKeys(rows.length, "campaign-filter");
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
        <tr key={row.id} className={rowClass({ cursor: index === cursor, closed: row.state === "ended" })}>
          <Cell place="folio" whole>
            <bdi>{row.reference}</bdi>
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}/telephone/campaigns/${row.id}`} prefetch={false}>
              <bdi>{row.title}</bdi>
            </Link>
            <span className="block font-normal muted">
              <bdi>{row.controllerName}</bdi>
            </span>
          </Cell>
          <DayCell day={row.firstDay} />
          <DayCell day={row.lastDay} />
          <Cell place="status" whole>
            <CampaignStatus of={row.state} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function DayCell({ day }: { day: string | null }) {
  const t = useTranslations("campaign");
  const locale = useLocale();
  return (
    <Cell place="date" whole>
      {day ? <Day text={formatDay(day, locale)} /> : <span className="faint">{t("unsaid")}</span>}
    </Cell>
  );
}
