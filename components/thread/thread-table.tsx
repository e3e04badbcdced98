import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Day } from "@/components/ui/deadline";
import { Cell, DataTable, rowClass, type DataTableColumn } from "@/components/ui/data-table";
import { Status } from "@/components/ui/status";
import type { loadThreads } from "@/lib/features/thread/loaders";
import { dayAt, formatDay, formatInstant } from "@/lib/i18n/format";
import { ThreadStatus } from "./thread-status";

type Row = Awaited<ReturnType<typeof loadThreads>>["rows"][number];

/** Sorts threads awaiting an answer first, oldest first. */
export function ThreadTable({ org, rows }: { org: string; rows: readonly Row[] }) {
  const t = useTranslations("thread.list");
  const columns: DataTableColumn[] = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "subject", label: t("subject") },
    { key: "controller", label: t("controller"), width: 215 },
    { key: "state", label: t("state"), width: 250 },
    { key: "last", label: t("last"), width: 130 },
  ];
  return (
    <DataTable caption={useTranslations("thread")("title")} columns={columns}>
      {rows.map((row) => (
        <tr key={row.id} className={rowClass({ closed: row.state === "closed" })}>
          <Entry org={org} row={row} />
        </tr>
      ))}
    </DataTable>
  );
}

function Entry({ org, row }: { org: string; row: Row }) {
  const t = useTranslations("thread");
  const locale = useLocale();
  return (
    <>
      <Cell place="folio" whole>
        <bdi>{row.reference}</bdi>
      </Cell>
      <Cell place="title" whole>
        <Link href={`/${org}/threads/${row.id}`} prefetch={false}>
          {row.title || t("about", { noun: t(`nouns.${row.noun}`), reference: row.reference })}
        </Link>
        {row.unread > 0 && (
          <span className="block">
            <Status kind="warn">{t("list.unread", { count: row.unread })}</Status>
          </span>
        )}
      </Cell>
      <Cell place="text" whole>
        {row.controller}
      </Cell>
      <Cell place="status" whole>
        <ThreadStatus side="staff" state={row.state} />
        {row.state === "with-processor" && (
          <span className="muted block text-[12.5px]">
            {t("since", { when: formatInstant(row.since, "Africa/Casablanca", locale) })}
          </span>
        )}
      </Cell>
      <Cell place="date" whole>
        <Day text={formatDay(dayAt(row.lastAt, "Africa/Casablanca"), locale)} />
      </Cell>
    </>
  );
}
