import { getTranslations } from "next-intl/server";
import { ProofForm } from "@/components/export/proof-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Empty } from "@/components/ui/states";
import { loadAskedAgain } from "@/lib/features/export/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("export-page", "proof.title");

/** Asks who exports everything for a proof, and sends again what was typed in the form. */
export default async function ConfirmPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const asked = await loadAskedAgain(org, await searchParams);
  const t = await getTranslations("export-page.proof");
  return (
    <Sheet>
      <PageHead title={t("title")} lead={asked ? t("lead") : undefined} />
      <Line>
        {asked ? (
          <ProofForm org={org} asked={asked} />
        ) : (
          <Empty title={t("unknownTitle")}>{t("unknown")}</Empty>
        )}
      </Line>
    </Sheet>
  );
}
