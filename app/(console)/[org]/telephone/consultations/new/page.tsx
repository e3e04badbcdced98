import { getTranslations } from "next-intl/server";
import { NewConsultationForm } from "@/components/consultation/new-consultation-form";
import { FormPage } from "@/components/shell/form-page";
import { loadNewConsultation } from "@/lib/features/consultation/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("consultation", "new.title");

export default async function NewConsultationPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { controllers, mayWrite } = await loadNewConsultation(org);
  const { controller } = await searchParams;
  const t = await getTranslations("consultation");
  return (
    <FormPage
      article={t("articles.list")}
      title={t("new.title")}
      lead={t("new.lead")}
      isAllowed={mayWrite}
      words={["consultation"]}
    >
      <NewConsultationForm
        org={org}
        controllers={controllers}
        controllerId={controllers.find(({ value }) => value === controller)?.value}
      />
    </FormPage>
  );
}
