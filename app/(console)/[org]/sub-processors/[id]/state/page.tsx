import { getTranslations } from "next-intl/server";
import { FormPage } from "@/components/shell/form-page";
import { StateForm } from "@/components/sub-processor/state-form";
import { LinkButton } from "@/components/ui/button";
import { loadSubProcessor } from "@/lib/features/sub-processor/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("sub-processor", "state.title");

export default async function SubProcessorStatePage({ params }: PageProps) {
  const { org, id } = await params;
  const { subProcessor, events, today, may } = await loadSubProcessor(org, id);
  const t = await getTranslations("sub-processor");
  return (
    <FormPage
      article={t("articles.list")}
      title={t("state.title")}
      lead={<bdi>{subProcessor.content.identity.name}</bdi>}
      isAllowed={may.move}
      words={["sub-processor"]}
      back={<LinkButton href={`/${org}/sub-processors/${id}`}>{t("back")}</LinkButton>}
    >
      <StateForm org={org} id={id} version={subProcessor.version} events={events} today={today} />
    </FormPage>
  );
}
