import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChooseForm } from "@/components/controller-merge/choose-form";
import { MergeForm } from "@/components/controller-merge/merge-form";
import { MovingRows } from "@/components/controller-merge/moving-rows";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadMerge, type MergePreview } from "@/lib/features/controller-merge/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("controller.merge", "act");

export default async function MergeControllerPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const { mayMerge, preview, ...loaded } = await loadMerge(org, id, await searchParams);
  if (loaded.controller.isArchived) redirect(`/${org}/controllers/${id}`);
  const t = await getTranslations("controller");
  const head = (
    <PageHead
      note={t("note")}
      title={t("merge.title", { name: loaded.controller.legalName })}
      lead={t("merge.lead")}
    />
  );
  if (!mayMerge)
    return (
      <Sheet>
        {head}
        <Line>
          <Forbidden />
        </Line>
      </Sheet>
    );
  return (
    <Sheet>
      {head}
      <Line>
        <Words of={["controller", "form"]}>
          <ChooseForm org={org} {...loaded} />
        </Words>
      </Line>
      {preview && (
        <>
          <Preview of={preview} />
          <Words of={["controller", "contact", "countries", "form"]}>
            <MergeForm key={preview.stamp} org={org} of={preview} />
          </Words>
        </>
      )}
    </Sheet>
  );
}

async function Preview({ of }: { of: MergePreview }) {
  const t = await getTranslations("controller.merge");
  const { threads, documents, versions, looks } = of.staying;
  const names = { from: of.from.legalName, into: of.into.legalName };
  return (
    <>
      <Part title={t("moves", names)}>
        <MovingRows rows={of.moving} none={t("movesNothing", names)} />
        {of.spellings.length > 0 && (
          <p className="mt-3">
            {t("spellings", { count: of.spellings.length, names: of.spellings.join(" · ") })}
          </p>
        )}
      </Part>
      <Part title={t("stays")}>
        <p className="mt-3">{t("staysText", names)}</p>
        <p className="muted mt-3">{t("staysCounts", { threads, documents, versions, looks })}</p>
      </Part>
    </>
  );
}
