import { getLocale, getTranslations } from "next-intl/server";
import { ConsultationForm } from "@/components/consultation/consultation-form";
import { FormPage } from "@/components/shell/form-page";
import { LinkButton } from "@/components/ui/button";
import { loadConsultationForm } from "@/lib/features/consultation/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("consultation", "edit.title");

export default async function EditConsultationPage({ params }: PageProps) {
  const { org, id } = await params;
  const { mayWrite, isOpen, ...loaded } = await loadConsultationForm(org, id);
  const t = await getTranslations("consultation");
  const back = <LinkButton href={`/${org}/telephone/consultations/${id}`}>{t("back")}</LinkButton>;
  return (
    <FormPage
      note={<bdi>{loaded.saved.reference}</bdi>}
      title={t("edit.title")}
      lead={t("edit.lead")}
      isAllowed={mayWrite}
      isOpen={isOpen}
      words={["consultation", "choice"]}
      back={back}
    >
      <ConsultationForm org={org} {...loaded} countries={await loadCountryOptions(await getLocale())} />
    </FormPage>
  );
}
