import { getTranslations } from "next-intl/server";
import { TrendDuties } from "@/components/compliance/trend-duties";
import { TrendFilter } from "@/components/compliance/trend-filter";
import { TrendTable } from "@/components/compliance/trend-table";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { loadTrend } from "@/lib/features/compliance/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("compliance", "trend.title");

export default async function TrendPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { query, duties, controllers, isNew } = await loadTrend(org, await searchParams);
  const t = await getTranslations("compliance");
  return (
    <Sheet>
      <PageHead
        article={t("article", { article: "5(2)" })}
        title={t("trend.title")}
        lead={t(isNew ? "trend.leadNew" : "trend.lead")}
        actions={<LinkButton href={`/${org}/compliance`}>{t("gaps.back")}</LinkButton>}
      />
      <Line note={t("trend.note")}>
        <TrendFilter controller={query.controller} controllers={controllers} />
        <TrendDuties org={org} controller={query.controller} duties={duties} />
      </Line>
      <Part title={t("trend.table")}>
        <TrendTable duties={duties} />
        <p className="muted mt-2 prose-line">{t("trend.pastDays")}</p>
      </Part>
    </Sheet>
  );
}
