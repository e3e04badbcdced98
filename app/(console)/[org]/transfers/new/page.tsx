import { getLocale, getTranslations } from "next-intl/server";
import { FormPage } from "@/components/shell/form-page";
import { NewForm } from "@/components/transfer/new-form";
import { LinkButton } from "@/components/ui/button";
import type { Search } from "@/lib/forms/list-query";
import { loadTransferGate } from "@/lib/features/transfer/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("transfer", "new.title");

export default async function NewTransferPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const search = await searchParams;
  const { controllers, subProcessors, entry, mayWrite } = await loadTransferGate(org, search);
  const { controller = entry?.controllerId, subProcessor = entry?.draft.subProcessorId } = search;
  const t = await getTranslations("transfer");
  return (
    <FormPage
      note={<b>{t("articles.list")}</b>}
      title={t("new.title")}
      lead={entry ? t("new.fromEntry", { reference: entry.reference }) : t("new.lead")}
      isAllowed={mayWrite}
      words={["transfer"]}
      back={<LinkButton href={`/${org}/transfers`}>{t("back")}</LinkButton>}
    >
      <NewForm
        org={org}
        controllers={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        controllerId={controllers.find(({ id }) => id === controller)?.id}
        subProcessors={subProcessors.map(({ id, name }) => ({ value: id, label: name }))}
        subProcessorId={subProcessors.find(({ id }) => id === subProcessor)?.id}
        draft={entry?.draft}
        countries={await loadCountryOptions(await getLocale())}
      />
    </FormPage>
  );
}
