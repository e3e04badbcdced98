import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkForm } from "@/components/dpo-work/work-form";
import { FormPage } from "@/components/shell/form-page";
import { loadNewWork } from "@/lib/features/dpo-work/loaders";
import type { Search } from "@/lib/forms/list-query";

type PageProps = { params: Promise<{ org: string; kind: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, kind: segment } = await params;
  const { kind } = await loadNewWork(org, segment, {});
  return { title: (await getTranslations("dpo-work"))(`kinds.${kind}.add`) };
}

export default async function NewWorkPage({ params, searchParams }: PageProps) {
  const { org, kind: segment } = await params;
  const loaded = await loadNewWork(org, segment, await searchParams);
  const { kind, values, repeatsId, entryId, isEntryDecided, controllers, mayWrite } = loaded;
  const t = await getTranslations("dpo-work");
  return (
    <FormPage
      note={<b>{t(`kinds.${kind}.article`)}</b>}
      title={t(`kinds.${kind}.add`)}
      lead={t(`kinds.${kind}.lead`)}
      isAllowed={mayWrite}
      words={["dpo-work"]}
    >
      {isEntryDecided && <p className="muted pb-3">{t("entryDecided")}</p>}
      <WorkForm {...{ org, kind, values, controllers, repeatsId, entryId }} />
    </FormPage>
  );
}
