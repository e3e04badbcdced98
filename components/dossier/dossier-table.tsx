import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import type { ShownDossier } from "@/lib/features/dossier/loaders";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { DossierStatus } from "./dossier-status";

export function DossierTable({ org, rows }: { org: string; rows: readonly ShownDossier[] }) {
  const t = useTranslations("dossier");
  const locale = useLocale();
  const columns: DataTableColumn[] = [
    { key: "asOf", label: t("columns.asOf"), folio: true },
    { key: "recipient", label: t("columns.recipient") },
    { key: "state", label: t("columns.state"), width: 240 },
    { key: "requested", label: t("columns.requested"), width: 290 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns}>
      {rows.map((dossier) => (
        <tr key={dossier.id}>
          <Cell place="folio" whole>
            {formatDay(dossier.asOf, locale)}
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}/dossiers/${dossier.id}`} prefetch={false}>
              <bdi>{dossier.recipient}</bdi>
            </Link>
            <span className="faint"> · {t(`audiences.${dossier.audience}`)}</span>
          </Cell>
          <Cell place="text" whole>
            <DossierStatus dossier={dossier} />
          </Cell>
          <Cell place="date" whole>
            {formatInstant(dossier.requestedAt, "Africa/Casablanca", locale)}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
