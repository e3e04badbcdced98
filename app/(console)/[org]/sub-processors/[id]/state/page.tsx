import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { StateForm } from "@/components/sub-processor/state-form";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { loadSubProcessor } from "@/lib/features/sub-processor/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sub-processor"))("state.title") };
}

export default async function SubProcessorStatePage({ params }: PageProps) {
  const { org, id } = await params;
  const { subProcessor, events, today, may } = await loadSubProcessor(org, id);
  const t = await getTranslations("sub-processor");
  return (
    <Sheet>
      <PageHead
        article={t("articles.list")}
        title={t("state.title")}
        lead={<bdi>{subProcessor.content.identity.name}</bdi>}
      />
      <Line>
        {may.move ? (
          <Words of={["form", "sub-processor"]}>
            <StateForm org={org} id={id} version={subProcessor.version} events={events} today={today} />
          </Words>
        ) : (
          <Forbidden actions={<LinkButton href={`/${org}/sub-processors/${id}`}>{t("back")}</LinkButton>} />
        )}
      </Line>
    </Sheet>
  );
}
