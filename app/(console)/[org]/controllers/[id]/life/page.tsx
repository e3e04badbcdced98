import { LifePage } from "@/components/party-parts/life-page";
import { loadController } from "@/lib/features/controller/loaders";
import { loadLife } from "@/lib/features/party-parts/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("party-parts", "life.title");

export default async function ControllerLifePage({ params }: PageProps) {
  const { org, id } = await params;
  const [it, loaded] = await Promise.all([
    loadController(org, id),
    loadLife(org, { party: "controller", id }),
  ]);
  return <LifePage name={it.controller.legalName} back={`/${org}/controllers/${id}`} loaded={loaded} />;
}
