import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DocumentBeside } from "@/components/attachment/document-beside";
import { ContractClauses } from "@/components/contract/contract-clauses";
import { NameForm } from "@/components/contract/name-form";
import { SectionForm } from "@/components/contract/section-form";
import { FormPage } from "@/components/shell/form-page";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { familyOf } from "@/lib/domain/contract/clause-families";
import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import { CONTRACT_SECTIONS, type ContractTermsSection } from "@/lib/domain/contract/content";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadContract, loadSection } from "@/lib/features/contract/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";

type PageProps = {
  params: Promise<{ org: string; id: string; section: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { section } = await params;
  const t = await getTranslations("contract.parts");
  return t.has(section) ? { title: t(section) } : {};
}

export default async function EditContractPage({ params, searchParams }: PageProps) {
  const { org, id, section } = await params;
  if (section === "name") return <NamePage org={org} id={id} />;
  if (!isSection(section)) notFound();
  const { amendment, family, document } = await searchParams;
  const asked = typeof amendment === "string" && amendment ? amendment : null;
  const shown = typeof document === "string" ? document : "";
  const loaded = await loadSection(org, id, section, asked);
  const t = await getTranslations("contract");
  const lead = loaded.amendment ? t("amendments.says", { title: loaded.amendment }) : t(`leads.${section}`);
  const back = <LinkButton href={`/${org}/contracts/${id}`}>{t("back")}</LinkButton>;
  return (
    <Sheet>
      <PageHead article={t(`articles.${section}`)} title={t(`parts.${section}`)} lead={lead} />
      <Words of={["form", "contract", "contract-clauses"]}>
        {!loaded.mayWrite && (
          <Line>
            <Forbidden actions={back} />
          </Line>
        )}
        {loaded.mayWrite && section === "clauses" && (
          <DocumentBeside
            org={org}
            at={`/${org}/contracts/${id}/edit/clauses`}
            query={{ amendment: asked ?? "", family: familyOf(family, CLAUSE_IDS, loaded.values) }}
            of={await loadDocuments(org, "contract", id)}
            shown={shown}
          >
            <ContractClauses
              org={org}
              amendment={asked}
              document={shown}
              family={familyOf(family, CLAUSE_IDS, loaded.values)}
              loaded={loaded}
            />
          </DocumentBeside>
        )}
        {loaded.mayWrite && section !== "clauses" && (
          <Line>
            <SectionForm
              key={section}
              org={org}
              section={section}
              amendment={asked}
              loaded={loaded}
              countries={await loadCountryOptions(await getLocale())}
            />
          </Line>
        )}
      </Words>
    </Sheet>
  );
}

async function NamePage({ org, id }: { org: string; id: string }) {
  const { contract, may } = await loadContract(org, id);
  const t = await getTranslations("contract");
  return (
    <FormPage
      article={t("articles.clauses")}
      title={t("parts.name")}
      lead={contract.controller.legalName}
      isAllowed={may.write}
      words={["contract"]}
      back={<LinkButton href={`/${org}/contracts/${id}`}>{t("back")}</LinkButton>}
    >
      <NameForm org={org} contract={contract} />
    </FormPage>
  );
}

function isSection(section: string): section is ContractTermsSection {
  return (CONTRACT_SECTIONS as readonly string[]).includes(section);
}
