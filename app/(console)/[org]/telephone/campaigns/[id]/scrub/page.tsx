import { getTranslations } from "next-intl/server";
import { ScrubForm } from "@/components/campaign/scrub-form";
import { FormPage } from "@/components/shell/form-page";
import { LinkButton } from "@/components/ui/button";
import { loadCampaign } from "@/lib/features/campaign/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("campaign", "scrub.title");

export default async function CampaignScrubPage({ params }: PageProps) {
  const { org, id } = await params;
  const { campaign, today, may } = await loadCampaign(org, id);
  const t = await getTranslations("campaign");
  const back = <LinkButton href={`/${org}/telephone/campaigns/${id}`}>{t("back")}</LinkButton>;
  return (
    <FormPage
      note={<bdi>{campaign.reference}</bdi>}
      title={t("scrub.title")}
      lead={campaign.title}
      isAllowed={may.write}
      words={["campaign"]}
      back={back}
    >
      <ScrubForm org={org} id={id} today={today} />
    </FormPage>
  );
}
