import { getTranslations } from "next-intl/server";
import { MoveForm } from "@/components/campaign/move-form";
import { FormPage } from "@/components/shell/form-page";
import { LinkButton } from "@/components/ui/button";
import { loadCampaign } from "@/lib/features/campaign/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("campaign", "state.title");

export default async function CampaignStatePage({ params }: PageProps) {
  const { org, id } = await params;
  const { campaign, events, today, may } = await loadCampaign(org, id);
  const t = await getTranslations("campaign");
  const back = <LinkButton href={`/${org}/telephone/campaigns/${id}`}>{t("back")}</LinkButton>;
  return (
    <FormPage
      note={<bdi>{campaign.reference}</bdi>}
      title={t("state.title")}
      lead={campaign.title}
      isAllowed={may.move}
      isOpen={events.length > 0}
      words={["campaign"]}
      back={back}
    >
      <MoveForm org={org} id={id} version={campaign.version} events={events} today={today} />
    </FormPage>
  );
}
