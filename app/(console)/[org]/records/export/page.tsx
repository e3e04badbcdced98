import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportForm } from "@/components/export/export-form";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadExport } from "@/lib/features/export/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ error?: string; controller?: string; volumes?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("export-page"))("title") };
}

export default async function ExportPage({ params, searchParams }: PageProps) {
  const [{ org }, { error, controller, volumes }] = [await params, await searchParams];
  const { mayTake, ...choices } = await loadExport(org);
  const t = await getTranslations("export-page");
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} lead={t("lead")} />
      {!mayTake && <Forbidden />}
      {mayTake && (
        <Part article={t("whoArticle")} note={t("whoNote")} title={t("choose")}>
          <Words of={["export-page"]}>
            <ExportForm
              org={org}
              {...choices}
              controller={controller ?? ""}
              volumes={readVolumes(volumes)}
              error={error ?? ""}
            />
          </Words>
        </Part>
      )}
    </Sheet>
  );
}

function readVolumes(text: string | undefined): number {
  const count = Number(text);
  return Number.isInteger(count) && count > 1 && count <= 1000 ? count : 1;
}
