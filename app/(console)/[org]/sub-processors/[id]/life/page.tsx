import { LifePage } from "@/components/party-parts/life-page";
import { loadSubProcessor } from "@/lib/features/sub-processor/loaders";
import { loadLife } from "@/lib/features/party-parts/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("party-parts", "life.title");

export default async function SubProcessorLifePage({ params }: PageProps) {
  const { org, id } = await params;
  const [it, loaded] = await Promise.all([
    loadSubProcessor(org, id),
    loadLife(org, { party: "sub-processor", id }),
  ]);
  return (
    <LifePage
      name={it.subProcessor.content.identity.name}
      back={`/${org}/sub-processors/${id}`}
      loaded={loaded}
    />
  );
}
