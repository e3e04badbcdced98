import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CampaignTable } from "@/components/campaign/campaign-table";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { TelephoneTabs } from "@/components/telephone/telephone-tabs";
import { LinkButton } from "@/components/ui/button";
import { loadCampaigns } from "@/lib/features/campaign/loaders";
import type { Search } from "@/lib/forms/list-query";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaign"))("list.title") };
}

const VIEWS = ["all", "draft", "started", "paused", "ended"] as const;

export default async function CampaignsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadCampaigns(org, await searchParams);
  const t = await getTranslations("campaign");
  const path = `/${org}/telephone/campaigns`;
  const act = list.mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`${path}/new`}>
      {t("new.act")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead article={t("articles.list")} title={t("list.title")} lead={t("list.lead")} actions={act} />
      <TelephoneTabs org={org} current="campaigns" />
      <ListFrame
        noun="campaign"
        path={path}
        views={VIEWS}
        list={list}
        empty={<ListEmpty noun="campaign" path={path} query={list.query} act={null} />}
      >
        <Words of={["campaign"]}>
          <CampaignTable org={org} rows={list.rows} />
        </Words>
      </ListFrame>
    </Sheet>
  );
}
