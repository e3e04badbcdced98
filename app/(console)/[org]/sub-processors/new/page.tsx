import { getLocale, getTranslations } from "next-intl/server";
import { FormPage } from "@/components/shell/form-page";
import { NewForm } from "@/components/sub-processor/new-form";
import { LinkButton } from "@/components/ui/button";
import type { Search } from "@/lib/forms/list-query";
import { loadSubProcessorGate } from "@/lib/features/sub-processor/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("sub-processor", "new.title");

export default async function NewSubProcessorPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { name } = await searchParams;
  const { mayWrite } = await loadSubProcessorGate(org);
  const t = await getTranslations("sub-processor");
  return (
    <FormPage
      article={t("articles.list")}
      title={t("new.title")}
      lead={t("new.lead")}
      isAllowed={mayWrite}
      words={["sub-processor"]}
      back={<LinkButton href={`/${org}/sub-processors`}>{t("back")}</LinkButton>}
    >
      <NewForm
        org={org}
        countries={await loadCountryOptions(await getLocale())}
        name={typeof name === "string" ? name.slice(0, 300) : ""}
      />
    </FormPage>
  );
}
