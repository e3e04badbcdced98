import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DocumentBeside } from "@/components/attachment/document-beside";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { SubProcessorClauses } from "@/components/sub-processor/sub-processor-clauses";
import { SectionForm } from "@/components/sub-processor/section-form";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { familyOf } from "@/lib/domain/contract/clause-families";
import { FLOWING_CLAUSE_IDS } from "@/lib/domain/sub-processor/content";
import { SUB_PROCESSOR_SECTIONS, type SubProcessorSection } from "@/lib/domain/sub-processor/sections";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadSection } from "@/lib/features/sub-processor/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";

type PageProps = {
  params: Promise<{ org: string; id: string; section: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { section } = await params;
  const t = await getTranslations("sub-processor.parts");
  return isSection(section) ? { title: t(section) } : {};
}

export default async function EditSubProcessorPage({ params, searchParams }: PageProps) {
  const { org, id, section } = await params;
  if (!isSection(section)) notFound();
  const { family, document } = await searchParams;
  const shown = typeof document === "string" ? document : "";
  const loaded = await loadSection(org, id, section);
  const t = await getTranslations("sub-processor");
  const back = <LinkButton href={`/${org}/sub-processors/${id}`}>{t("back")}</LinkButton>;
  return (
    <Sheet>
      <PageHead
        article={t(`articles.${section}`)}
        title={t(`parts.${section}`)}
        lead={t(`leads.${section}`)}
      />
      {!loaded.mayWrite && (
        <Line>
          <Forbidden actions={back} />
        </Line>
      )}
      {loaded.mayWrite && section === "clauses" && (
        <Words of={["form", "sub-processor", "contract-clauses"]}>
          <DocumentBeside
            org={org}
            at={`/${org}/sub-processors/${id}/edit/clauses`}
            query={{ family: familyOf(family, FLOWING_CLAUSE_IDS, loaded.values) }}
            of={await loadDocuments(org, "sub-processor", id)}
            shown={shown}
          >
            <SubProcessorClauses
              org={org}
              document={shown}
              family={familyOf(family, FLOWING_CLAUSE_IDS, loaded.values)}
              loaded={loaded}
            />
          </DocumentBeside>
        </Words>
      )}
      {loaded.mayWrite && section !== "clauses" && (
        <Line>
          <Words of={["form", "sub-processor"]}>
            <SectionForm
              key={section}
              org={org}
              section={section}
              loaded={loaded}
              countries={await loadCountryOptions(await getLocale())}
            />
          </Words>
        </Line>
      )}
    </Sheet>
  );
}

function isSection(section: string): section is SubProcessorSection {
  return (SUB_PROCESSOR_SECTIONS as readonly string[]).includes(section);
}
