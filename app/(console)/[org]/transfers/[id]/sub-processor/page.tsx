import { getTranslations } from "next-intl/server";
import { FormPage } from "@/components/shell/form-page";
import { LinkForm } from "@/components/transfer/link-form";
import { LinkButton } from "@/components/ui/button";
import { loadTransferLink } from "@/lib/features/transfer/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("transfer", "link.title");

export default async function TransferLinkPage({ params }: PageProps) {
  const { org, id } = await params;
  const { transfer, subProcessors, mayWrite } = await loadTransferLink(org, id);
  const t = await getTranslations("transfer");
  return (
    <FormPage
      article={t("articles.link")}
      title={t("link.title")}
      lead={t("link.lead")}
      isAllowed={mayWrite}
      words={["transfer"]}
      back={<LinkButton href={`/${org}/transfers/${id}`}>{t("back")}</LinkButton>}
    >
      <LinkForm org={org} transfer={transfer} subProcessors={subProcessors} />
    </FormPage>
  );
}
