import { getLocale, getTranslations } from "next-intl/server";
import { CampaignForm } from "@/components/campaign/campaign-form";
import { FormPage } from "@/components/shell/form-page";
import { LinkButton } from "@/components/ui/button";
import { isFrenchPlace } from "@/lib/domain/telephone-prospecting/territories";
import { loadCampaignForm } from "@/lib/features/campaign/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("campaign", "edit.title");

export default async function EditCampaignPage({ params }: PageProps) {
  const { org, id } = await params;
  const { mayWrite, isOpen, ...loaded } = await loadCampaignForm(org, id);
  const t = await getTranslations("campaign");
  const countries = (await loadCountryOptions(await getLocale())).filter(
    ({ value, isOffered }) => !isFrenchPlace(value) && (isOffered || loaded.values.countries.includes(value)),
  );
  const back = <LinkButton href={`/${org}/telephone/campaigns/${id}`}>{t("back")}</LinkButton>;
  return (
    <FormPage
      note={<bdi>{loaded.saved.reference}</bdi>}
      title={t("edit.title")}
      lead={t("edit.lead")}
      isAllowed={mayWrite}
      isOpen={isOpen}
      words={["campaign", "telephone"]}
      back={back}
    >
      <CampaignForm org={org} countries={countries} {...loaded} />
    </FormPage>
  );
}
