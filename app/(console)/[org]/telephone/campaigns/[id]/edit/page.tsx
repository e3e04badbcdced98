import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CampaignForm } from "@/components/campaign/campaign-form";
import { FormPage } from "@/components/shell/form-page";
import { LinkButton } from "@/components/ui/button";
import { loadCampaignForm } from "@/lib/features/campaign/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaign"))("edit.title") };
}

export default async function EditCampaignPage({ params }: PageProps) {
  const { org, id } = await params;
  const { mayWrite, ...loaded } = await loadCampaignForm(org, id);
  const t = await getTranslations("campaign");
  const back = <LinkButton href={`/${org}/telephone/campaigns/${id}`}>{t("back")}</LinkButton>;
  return (
    <FormPage
      note={<bdi>{loaded.saved.reference}</bdi>}
      title={t("edit.title")}
      lead={t("edit.lead")}
      isAllowed={mayWrite}
      words={["campaign", "telephone"]}
      back={back}
    >
      <CampaignForm org={org} {...loaded} />
    </FormPage>
  );
}
