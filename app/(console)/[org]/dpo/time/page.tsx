import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "@/components/ui/export-menu";
import { WorkTabs } from "@/components/dpo-work/work-tabs";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import { loadAssistanceTotals } from "@/lib/features/dpo-figures/loaders";
import type { Search } from "@/lib/forms/list-query";
import { formatNumber } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("dpo-figures", "time.title");

export default async function AssistanceTimePage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { totals, mayExport } = await loadAssistanceTotals(org);
  const [t, locale] = await Promise.all([getTranslations("dpo-figures"), getLocale()]);
  const cited = await getTranslations("ui");
  const columns = [
    { key: "year", label: t("time.year"), folio: true },
    { key: "controller", label: t("time.controller") },
    { key: "asked", label: t("time.asked"), width: 120, numeric: true },
    { key: "given", label: t("time.given"), width: 120, numeric: true },
    { key: "minutes", label: t("time.minutes"), width: 120, numeric: true },
  ];
  const hasFailed = (await searchParams).error === "failed";
  return (
    <Sheet>
      <PageHead
        article={cited("article", { article: "28(3)" })}
        title={t("time.title")}
        lead={t("time.lead")}
        actions={
          mayExport &&
          totals.length > 0 && <ExportMenu to={`/api/assistance/${org}`} formats={["csv", "xlsx"]} />
        }
      >
        {hasFailed && <p role="alert">{t("time.failed")}</p>}
      </PageHead>
      <WorkTabs org={org} current="assistance" />
      {totals.length === 0 ? (
        <Line>
          <Empty title={t("time.empty")}>{t("time.emptyText")}</Empty>
        </Line>
      ) : (
        <DataTable caption={t("time.title")} columns={columns}>
          {totals.map(({ controllerId, controller, year, asked, given, minutes }) => (
            <tr key={`${year} ${controllerId}`}>
              <Cell place="folio" whole>
                {year}
              </Cell>
              <Cell place="title" whole>
                <Link href={`/${org}/controllers/${controllerId}`} prefetch={false}>
                  <bdi>{controller}</bdi>
                </Link>
              </Cell>
              <Cell numeric>{formatNumber(asked, locale)}</Cell>
              <Cell numeric>{formatNumber(given, locale)}</Cell>
              <Cell place="text" numeric>
                {formatNumber(minutes, locale)}
              </Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </Sheet>
  );
}
