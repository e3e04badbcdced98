import { getTranslations } from "next-intl/server";
import { OverviewTable } from "@/components/dpo-figures/overview-table";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { loadOverview } from "@/lib/features/dpo-figures/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("dpo-work", "title");

export default async function DpoPage({ params }: PageProps) {
  const { org } = await params;
  const overview = await loadOverview(org);
  const t = await getTranslations("dpo-figures");
  return (
    <Sheet>
      <PageHead article={t("overview.articles")} title={t("overview.title")} lead={t("overview.lead")} />
      <OverviewTable org={org} overview={overview} />
    </Sheet>
  );
}
