import { getLocale, getTranslations } from "next-intl/server";
import { ContractPlan } from "@/components/contract-import/contract-plan";
import { UploadForm } from "@/components/contract-import/upload-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { loadContractImport } from "@/lib/features/contract-import/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("contract.import", "title");

/** Previews an imported file line by line before anything is written. */
export default async function ContractImportPage({ params, searchParams }: PageProps) {
  const [{ org }, { file, error, columns = "", clients = "", dateOrder = "" }] = await Promise.all([
    params,
    searchParams,
  ]);
  const { mayImport, plan } = await loadContractImport(org, String(file ?? ""), {
    columns,
    clients,
    dateOrder,
  });
  const t = await getTranslations("contract");
  return (
    <Sheet>
      <PageHead
        article={t("articles.clauses")}
        title={t("import.title")}
        lead={t(plan ? "import.leadPlan" : "import.lead")}
      />
      {plan && <ContractPlan org={org} plan={plan} countries={await loadCountryOptions(await getLocale())} />}
      {!plan && (
        <Line>
          {mayImport ? (
            <UploadForm org={org} error={typeof error === "string" ? error : undefined} />
          ) : (
            <Forbidden actions={<LinkButton href={`/${org}/contracts`}>{t("back")}</LinkButton>} />
          )}
        </Line>
      )}
    </Sheet>
  );
}
