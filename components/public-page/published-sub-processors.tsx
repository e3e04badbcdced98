import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import type { PublishedView } from "@/lib/features/public-page/loaders";
import { formatList } from "@/lib/i18n/format";

/** A reader needs the whole list: it is not paged. */
export function PublishedSubProcessors({ rows }: { rows: PublishedView["subProcessors"] }) {
  const t = useTranslations("published");
  const locale = useLocale();
  const columns: DataTableColumn[] = [
    { key: "name", label: t("columns.name") },
    { key: "service", label: t("columns.service"), width: 300 },
    { key: "countries", label: t("columns.countries"), width: 260 },
  ];
  if (rows.length === 0) return <p className="prose-line pt-3">{t("noSubProcessor")}</p>;
  return (
    <>
      <p className="prose-line pt-3">{t("subProcessorsNote")}</p>
      <DataTable caption={t("parts.sub-processors")} columns={columns}>
        {rows.map(({ id, name, service, seat, countries }) => (
          <tr key={id}>
            <Cell place="title" whole>
              <bdi>{name}</bdi>
              {seat && <span className="faint"> · {seat}</span>}
            </Cell>
            <Cell place="text" whole>
              <bdi>{service || t("unknown")}</bdi>
            </Cell>
            <Cell place="text" whole>
              {countries.length > 0 ? formatList(countries, locale) : t("unknown")}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </>
  );
}
