import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ImportList, NoImport } from "@/components/import/import-list";
import { StepNote, Steps } from "@/components/import/steps";
import { UploadForm } from "@/components/import/upload-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { loadImports } from "@/lib/features/import/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("import-page", "title");

export default async function ImportsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { error, place } = await searchParams;
  const { runs, maxBytes } = await loadImports(org);
  const [t, whole] = await Promise.all([getTranslations("import-page"), getTranslations("register-import")]);
  return (
    <Sheet>
      <PageHead note={<StepNote current="file" />} title={t("title")} lead={t("lead")}>
        <Steps current="file" />
      </PageHead>
      <Line>
        <UploadForm
          org={org}
          maxBytes={maxBytes}
          error={typeof error === "string" ? error : undefined}
          place={typeof place === "string" ? place : undefined}
        />
        <p className="mt-4">
          <Link href={`/${org}/records/import/register`}>{whole("link")}</Link>
        </p>
        <h2 className="mt-8 mb-2">{t("earlier.title")}</h2>
        {runs.length === 0 && <NoImport />}
      </Line>
      <ImportList org={org} runs={runs} />
    </Sheet>
  );
}
