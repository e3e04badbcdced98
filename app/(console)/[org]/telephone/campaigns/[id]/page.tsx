import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { CampaignSheet } from "@/components/campaign/campaign-sheet";
import { CampaignStatus } from "@/components/campaign/campaign-status";
import { ReadinessPart } from "@/components/campaign/readiness-part";
import { ScrubPart } from "@/components/campaign/scrub-part";
import { LifePart } from "@/components/shell/life-part";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { ActLink } from "@/components/ui/act-link";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { callsFrance } from "@/lib/domain/campaign/places";
import { loadCampaign } from "@/lib/features/campaign/loaders";
import type { Search } from "@/lib/forms/list-query";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../../disputed-rows";
import { RowNotes } from "../../../row-notes";

type PageProps = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  const { campaign } = await loadCampaign(org, id);
  return { title: thingTitle(campaign.reference, campaign.title) };
}

export default async function CampaignPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const loaded = await loadCampaign(org, id);
  const { campaign, versions, facts, events, may } = loaded;
  const t = await getTranslations("campaign");
  const here = `/${org}/telephone/campaigns/${id}`;
  const act = may.move && events.length > 0 && (
    <ActLink of="state" tone={campaign.state === "draft" ? "go" : undefined} href={`${here}/state`} />
  );
  return (
    <Sheet>
      <DisputedSheet org={org} noun="campaign" id={id} />
      <PageHead
        note={<bdi>{campaign.reference}</bdi>}
        title={<bdi>{campaign.title}</bdi>}
        lead={<bdi>{campaign.controllerName}</bdi>}
        actions={act}
      >
        <CampaignStatus of={campaign.state} />
      </PageHead>
      {loaded.readiness && (
        <ReadinessPart
          org={org}
          readiness={loaded.readiness}
          lawTexts={loaded.lawTexts}
          isFrench={callsFrance(campaign.content)}
        />
      )}
      <CampaignSheet org={org} loaded={loaded} />
      {(callsFrance(campaign.content) || loaded.scrubs.length > 0) && <ScrubPart org={org} loaded={loaded} />}
      <Documents
        org={org}
        here={here}
        of={await loadDocuments(org, "campaign", id)}
        article={callsFrance(campaign.content) ? t("articles.documents") : undefined}
        search={await searchParams}
      />
      <LifePart
        noun="campaign"
        facts={facts}
        versions={versions}
        changeOf={({ change }) => t(`history.changes.${change}`)}
      />
      <RowNotes org={org} noun="campaign" id={id} />
    </Sheet>
  );
}
