import { getTranslations } from "next-intl/server";
import { CampaignTable } from "@/components/campaign/campaign-table";
import { PeriodListPage } from "@/components/telephone/period-list-page";
import { loadCampaigns } from "@/lib/features/campaign/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../../disputed-rows";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("campaign", "list.title");

const VIEWS = ["all", "draft", "started", "paused", "ended"] as const;

export default async function CampaignsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadCampaigns(org, await searchParams);
  const nameOf = (await getTranslations("countries")) as (code: string) => string;
  const rows = list.rows.map((row) => ({ ...row, placeNames: row.places.map(nameOf) }));
  return (
    <PeriodListPage org={org} noun="campaign" views={VIEWS} list={list}>
      <DisputedRows org={org} noun="campaign" rows={rows} nameOf={({ title }) => title} />
      <CampaignTable org={org} rows={rows} />
    </PeriodListPage>
  );
}
