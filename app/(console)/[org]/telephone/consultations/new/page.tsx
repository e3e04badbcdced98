import { getTranslations } from "next-intl/server";
import { NewConsultationForm } from "@/components/consultation/new-consultation-form";
import { FormPage } from "@/components/shell/form-page";
import { loadNewConsultation } from "@/lib/features/consultation/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("consultation", "new.title");

export default async function NewConsultationPage({ params }: PageProps) {
  const { org } = await params;
  const { controllers, mayWrite } = await loadNewConsultation(org);
  const t = await getTranslations("consultation");
  return (
    <FormPage
      article={t("articles.list")}
      title={t("new.title")}
      lead={t("new.lead")}
      isAllowed={mayWrite}
      words={["consultation"]}
    >
      <NewConsultationForm org={org} controllers={controllers} />
    </FormPage>
  );
}
