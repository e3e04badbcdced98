import { getTranslations } from "next-intl/server";
import { NewCampaignForm } from "@/components/campaign/new-campaign-form";
import { FormPage } from "@/components/shell/form-page";
import { loadNewCampaign } from "@/lib/features/campaign/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("campaign", "new.title");

export default async function NewCampaignPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { controllers, mayWrite } = await loadNewCampaign(org);
  const { controller } = await searchParams;
  const t = await getTranslations("campaign");
  return (
    <FormPage
      article={t("articles.list")}
      title={t("new.title")}
      lead={t("new.lead")}
      isAllowed={mayWrite}
      words={["campaign"]}
    >
      <NewCampaignForm
        org={org}
        controllers={controllers}
        controllerId={controllers.find(({ value }) => value === controller)?.value}
      />
    </FormPage>
  );
}
