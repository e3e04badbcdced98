import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RetentionForm } from "@/components/rights-request/retention-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadRetention } from "@/lib/features/rights-request/loaders";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rights-request"))("retention.title") };
}

/** Asks how long the person of a closed request stays in its file, article 5(1)(e). */
export default async function RetentionPage({ params }: PageProps) {
  const { org } = await params;
  const { rule, mayDecide } = await loadRetention(org);
  const t = await getTranslations("rights-request.retention");
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("title")} lead={t(rule ? "lead" : "undecided")} />
      {mayDecide ? (
        <Words of={["rights-request", "form"]}>
          <RetentionForm org={org} rule={rule} />
        </Words>
      ) : (
        <Line>
          <Forbidden />
        </Line>
      )}
    </Sheet>
  );
}
