import { getTranslations } from "next-intl/server";
import { NameForm } from "@/components/contract/name-form";
import { FormPage } from "@/components/shell/form-page";
import { LinkButton } from "@/components/ui/button";
import type { Search } from "@/lib/forms/list-query";
import { loadContractGate } from "@/lib/features/contract/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("contract", "new.title");

export default async function NewContractPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { controllers, mayWrite } = await loadContractGate(org);
  const { controller } = await searchParams;
  const t = await getTranslations("contract");
  return (
    <FormPage
      article={t("articles.clauses")}
      title={t("new.title")}
      lead={t("new.lead")}
      isAllowed={mayWrite}
      words={["contract"]}
      back={<LinkButton href={`/${org}/contracts`}>{t("back")}</LinkButton>}
    >
      <NameForm
        org={org}
        controllers={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        controllerId={controllers.find(({ id }) => id === controller)?.id}
      />
    </FormPage>
  );
}
