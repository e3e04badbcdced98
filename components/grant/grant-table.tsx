import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import { termDays } from "@/lib/domain/grant/term";
import type { ShownGrant } from "@/lib/features/grant/loaders";
import { formatDay } from "@/lib/i18n/format";
import { GrantStatus } from "./grant-status";

export function GrantTable({ org, rows }: { org: string; rows: readonly ShownGrant[] }) {
  const t = useTranslations("grant");
  const locale = useLocale();
  const columns: DataTableColumn[] = [
    { key: "asOf", label: t("columns.asOf"), folio: true },
    { key: "name", label: t("columns.name") },
    { key: "state", label: t("columns.state"), width: 230 },
    { key: "term", label: t("columns.term"), width: 270 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns}>
      {rows.map((grant) => (
        <tr key={grant.id}>
          <Cell place="folio" whole>
            {formatDay(grant.asOf, locale)}
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}/auditors/${grant.id}`} prefetch={false}>
              <bdi>{grant.name}</bdi>
            </Link>
            <span className="faint">
              {" · "}
              <bdi>{grant.mandate}</bdi>
            </span>
          </Cell>
          <Cell place="text" whole>
            <GrantStatus state={grant.state} />
          </Cell>
          <Cell place="date" whole>
            <Term grant={grant} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

export function Term({ grant }: { grant: Pick<ShownGrant, "startsAt" | "endsAt"> }) {
  const t = useTranslations("grant");
  const locale = useLocale();
  const { first, last } = termDays(grant);
  return t("term", { from: formatDay(first, locale), until: formatDay(last, locale) });
}
