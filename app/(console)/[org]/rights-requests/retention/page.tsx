import { getTranslations } from "next-intl/server";
import { RetentionForm } from "@/components/rights-request/retention-form";
import { PartedFormPage } from "@/components/shell/form-page";
import { loadRetention } from "@/lib/features/rights-request/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("rights-request", "retention.title");

/** Asks how long the person of a closed request stays in its file, article 5(1)(e). */
export default async function RetentionPage({ params }: PageProps) {
  const { org } = await params;
  const { rule, mayDecide } = await loadRetention(org);
  const t = await getTranslations("rights-request.retention");
  return (
    <PartedFormPage
      article={t("article")}
      title={t("title")}
      lead={t(rule ? "lead" : "undecided")}
      isAllowed={mayDecide}
      words={["rights-request"]}
    >
      <RetentionForm org={org} rule={rule} />
    </PartedFormPage>
  );
}
