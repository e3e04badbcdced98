import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import type { MemberListRow } from "@/lib/features/member/loaders";
import { dayAt, formatDay } from "@/lib/i18n/format";

export function MemberTable({ org, rows }: { org: string; rows: readonly MemberListRow[] }) {
  const t = useTranslations("member");
  const locale = useLocale();
  return (
    <DataTable caption={t("list.title")} columns={columnsOf(t)}>
      {rows.map((row) => (
        <tr key={row.id}>
          <Cell place="folio">{row.isSelf && t("list.self")}</Cell>
          <Cell place="title">
            <Link href={`/${org}/members/${row.id}`} prefetch={false}>
              {row.name}
            </Link>
          </Cell>
          <Cell place="text">
            <bdi>{row.email}</bdi>
          </Cell>
          <Cell place="status">{t(`roles.${row.role}.name`)}</Cell>
          <Cell place="date" numeric>
            {formatDay(dayAt(row.joinedAt, "Africa/Casablanca"), locale)}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function columnsOf(t: (key: string) => string): DataTableColumn[] {
  return [
    { key: "self", label: t("list.selfLabel"), labelHidden: true, folio: true },
    { key: "name", label: t("fields.name"), sort: "ascending" },
    { key: "email", label: t("fields.email") },
    { key: "role", label: t("fields.role"), width: 150 },
    { key: "since", label: t("fields.since"), width: 130, numeric: true },
  ];
}
