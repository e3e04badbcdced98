import { getTranslations } from "next-intl/server";
import { PrepareForm } from "@/components/authorisation/prepare-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Empty, Forbidden } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadNewRequests } from "@/lib/features/authorisation/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("authorisation", "new.title");

export default async function NewRequestsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadNewRequests(org, await searchParams);
  const t = await getTranslations("authorisation");
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("new.title")} lead={t("new.lead")} />
      <Line>
        <Inside org={org} loaded={loaded} />
      </Line>
    </Sheet>
  );
}

async function Inside({ org, loaded }: { org: string; loaded: Awaited<ReturnType<typeof loadNewRequests>> }) {
  const t = await getTranslations("authorisation");
  const back = <LinkButton href={`/${org}/authorisations`}>{t("cancel")}</LinkButton>;
  if (!loaded.mayWrite) return <Forbidden actions={back} />;
  if (loaded.subProcessors.length === 0 || loaded.controllers.length === 0)
    return (
      <Empty
        title={t("new.nothing")}
        actions={
          <>
            {loaded.subProcessors.length === 0 && (
              <LinkButton href={`/${org}/sub-processors/new`}>{t("new.addSubProcessor")}</LinkButton>
            )}
            {loaded.controllers.length === 0 && (
              <LinkButton href={`/${org}/controllers/new`}>{t("new.addController")}</LinkButton>
            )}
          </>
        }
      >
        {t("new.nothingText")}
      </Empty>
    );
  return (
    <Words of={["form", "authorisation"]}>
      <PrepareForm org={org} of={loaded} />
    </Words>
  );
}
