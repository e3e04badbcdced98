import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NameForm } from "@/components/contract/name-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadContractGate } from "@/lib/features/contract/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contract"))("new.title") };
}

export default async function NewContractPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { controllers, mayWrite } = await loadContractGate(org);
  const { controller } = await searchParams;
  const t = await getTranslations("contract");
  return (
    <Sheet>
      <PageHead article={t("articles.clauses")} title={t("new.title")} lead={t("new.lead")} />
      <Line>
        {mayWrite ? (
          <Words of={["form", "contract"]}>
            <NameForm
              org={org}
              controllers={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
              controllerId={controllers.find(({ id }) => id === controller)?.id}
            />
          </Words>
        ) : (
          <Forbidden actions={<LinkButton href={`/${org}/contracts`}>{t("back")}</LinkButton>} />
        )}
      </Line>
    </Sheet>
  );
}
