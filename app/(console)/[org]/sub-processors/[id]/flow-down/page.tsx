import { getLocale, getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { FlowDownTable } from "@/components/sub-processor/flow-down-table";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadSubProcessor } from "@/lib/features/sub-processor/loaders";
import { isolate } from "@/lib/i18n/bidi";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("sub-processor", "flowDown.title");

/** Compares each client contract with the sub-processor's, article 28(4). */
export default async function FlowDownPage({ params }: PageProps) {
  const { org, id } = await params;
  const { subProcessor, clients, hasContract } = await loadSubProcessor(org, id);
  const [t, locale] = await Promise.all([getTranslations("sub-processor"), getLocale()]);
  const name = isolate(subProcessor.content.identity.name, locale);
  return (
    <Sheet>
      <PageHead
        article={t("articles.flowDown")}
        title={t("flowDown.title")}
        lead={t("flowDown.lead", { name })}
      />
      {clients.map((client) => (
        <FlowDownTable key={client.contractId} org={org} name={name} client={client} />
      ))}
      {clients.length === 0 && (
        <Line>
          <Empty
            title={t(hasContract ? "flowDown.none" : "flowDown.unsigned")}
            actions={<LinkButton href={`/${org}/sub-processors/${id}`}>{t("back")}</LinkButton>}
          >
            {t("flowDown.noneText")}
          </Empty>
        </Line>
      )}
    </Sheet>
  );
}
