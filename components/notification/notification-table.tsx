import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Words } from "@/components/shell/words";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import type { ShownNotification } from "@/lib/features/notification/loaders";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import { ReadForm } from "./read-form";

type NotificationTableProps = { org: string; rows: readonly ShownNotification[] };

/** Lists what happened, who did it and when, the newest first; a row that was read stands back. */
export function NotificationTable({ org, rows }: NotificationTableProps) {
  const t = useTranslations("notification");
  const journal = useTranslations("journal");
  const columns = [
    { key: "seq", label: journal("columns.seq"), folio: true },
    { key: "what", label: t("columns.what") },
    { key: "who", label: t("columns.who"), width: 160 },
    { key: "when", label: t("columns.when"), width: 270 },
    { key: "read", label: t("columns.read"), width: 190 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns}>
      {rows.map((row) => (
        <tr key={row.seq} className={rowClass({ closed: !row.isUnread })}>
          <Entry org={org} row={row} />
        </tr>
      ))}
    </DataTable>
  );
}

function Entry({ org, row }: { org: string; row: ShownNotification }) {
  const t = useTranslations("notification");
  const journal = useTranslations("journal");
  const locale = useLocale();
  const happened = journal(`events.${row.event.replaceAll(".", "_")}`);
  const what = (
    <>
      {happened}
      {row.label && (
        <>
          <span className="faint"> · </span>
          <bdi>{row.label}</bdi>
        </>
      )}
    </>
  );
  return (
    <>
      <Cell place="folio" whole>
        <bdi>{formatNumber(row.seq, locale)}</bdi>
      </Cell>
      <Cell place="title" whole>
        {row.path ? (
          <Link href={`/${org}${row.path}`} prefetch={false}>
            {what}
          </Link>
        ) : (
          what
        )}
        <p className="muted font-normal">{t(`kinds.${row.kind}`)}</p>
      </Cell>
      <Cell place="text" whole>
        {row.actor.name ? <bdi>{row.actor.name}</bdi> : journal(`actors.${row.actor.kind}`)}
      </Cell>
      <Cell place="text" whole>
        <time dateTime={new Date(row.at).toISOString()}>
          {formatInstant(row.at, "Africa/Casablanca", locale)}
        </time>
      </Cell>
      <Cell place="status" whole>
        {row.isUnread ? (
          <Words of={["form", "notification"]}>
            <ReadForm org={org} seq={row.seq} about={[happened, row.label].filter(Boolean).join(" · ")} />
          </Words>
        ) : (
          <span className="faint">{t("read")}</span>
        )}
      </Cell>
    </>
  );
}
