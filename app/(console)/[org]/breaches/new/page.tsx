import { getTranslations } from "next-intl/server";
import { BeginForm } from "@/components/breach/begin-form";
import { PartedFormPage } from "@/components/shell/form-page";
import { loadBegin } from "@/lib/features/breach/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("breach", "begin.title");

/** Hour zero, in under a minute on a telephone. */
export default async function BeginBreachPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { mayWrite, now, touched } = await loadBegin(org, await searchParams);
  const t = await getTranslations("breach");
  return (
    <PartedFormPage
      article={t("begin.article")}
      title={t("begin.title")}
      lead={t("begin.lead")}
      isAllowed={mayWrite}
      words={["breach"]}
    >
      <BeginForm org={org} now={now} touched={touched} />
    </PartedFormPage>
  );
}
