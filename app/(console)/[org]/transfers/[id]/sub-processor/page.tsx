import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkForm } from "@/components/transfer/link-form";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { loadTransferLink } from "@/lib/features/transfer/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfer"))("link.title") };
}

export default async function TransferLinkPage({ params }: PageProps) {
  const { org, id } = await params;
  const { transfer, subProcessors, mayWrite } = await loadTransferLink(org, id);
  const t = await getTranslations("transfer");
  return (
    <Sheet>
      <PageHead article={t("articles.link")} title={t("link.title")} lead={t("link.lead")} />
      <Line>
        {mayWrite ? (
          <Words of={["form", "transfer"]}>
            <LinkForm org={org} transfer={transfer} subProcessors={subProcessors} />
          </Words>
        ) : (
          <Forbidden actions={<LinkButton href={`/${org}/transfers/${id}`}>{t("back")}</LinkButton>} />
        )}
      </Line>
    </Sheet>
  );
}
