import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CollectionSheet } from "@/components/choice/collection-sheet";
import { ConsentFiles } from "@/components/choice/consent-files";
import { ConsentUpload } from "@/components/choice/consent-upload";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { loadCollection } from "@/lib/features/choice/loaders";
import type { Search } from "@/lib/forms/list-query";

type PageProps = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await loadCollection(org, id)).collection.title };
}

export default async function CollectionPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const { collection, files, holding, mayRecord } = await loadCollection(org, id);
  const { error } = await searchParams;
  const t = await getTranslations("choice.consents");
  const cited = await getTranslations("ui");
  const countries = (await loadCountryOptions(await getLocale())).filter(({ isOffered }) => isOffered);
  return (
    <Sheet>
      <PageHead
        article={t("article")}
        title={<bdi>{collection.title}</bdi>}
        lead={<bdi>{collection.controller.legalName}</bdi>}
      />
      <CollectionSheet org={org} collection={collection} holding={holding} />
      <Part id="files" article={cited("article", { article: "R223-2" })} title={t("files")}>
        <ConsentFiles org={org} files={files} />
      </Part>
      {mayRecord && (
        <Part id="upload" title={t("upload")}>
          <Words of={["form", "choice"]}>
            <ConsentUpload
              {...{ org, id, countries }}
              error={typeof error === "string" ? error : undefined}
            />
          </Words>
        </Part>
      )}
    </Sheet>
  );
}
