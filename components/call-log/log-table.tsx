import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import type { loadLogs } from "@/lib/features/call-log/loaders";
import { dayAt, formatDay, formatHour, formatNumber, joinParts } from "@/lib/i18n/format";
import { LogStatus } from "./log-status";

const HOME = "Africa/Casablanca";

type LogTableProps = { org: string; rows: Awaited<ReturnType<typeof loadLogs>>["rows"] };

export function LogTable({ org, rows }: LogTableProps) {
  const t = useTranslations("call-log");
  const locale = useLocale();
  const columns: DataTableColumn[] = [
    { key: "received", label: t("columns.received"), folio: true },
    { key: "file", label: t("columns.file") },
    { key: "calls", label: t("columns.calls"), width: 120 },
    { key: "state", label: t("columns.state"), width: 260 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns}>
      {rows.map((log) => (
        <tr key={log.id}>
          <Cell place="folio" whole>
            {formatDay(dayAt(log.receivedAt, HOME), locale)}
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}/telephone/logs/${log.id}`} prefetch={false}>
              <bdi>{log.fileName}</bdi>
            </Link>
            <span className="block font-normal muted">
              {joinParts([log.campaign.title, formatHour(log.receivedAt, HOME, locale)], locale)}
            </span>
          </Cell>
          <Cell place="text" whole>
            {formatNumber(log.calls, locale)}
          </Cell>
          <Cell place="status" whole>
            <LogStatus log={log} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
