import { getTranslations } from "next-intl/server";
import { MailWaits } from "@/components/shell/mail-waits";
import { DraftsForm } from "@/components/authorisation/drafts-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadDrafts } from "@/lib/features/authorisation/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("authorisation", "drafts.title");

export default async function DraftsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadDrafts(org, await searchParams);
  const t = await getTranslations("authorisation");
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("drafts.title")} lead={t("drafts.lead")} />
      <Line>
        {loaded.drafts.length === 0 ? (
          <Empty
            title={t("drafts.none")}
            actions={<LinkButton href={`/${org}/authorisations/new`}>{t("new.title")}</LinkButton>}
          >
            {t("drafts.noneText")}
          </Empty>
        ) : (
          <>
            {loaded.maySend && <MailWaits canSend={loaded.canSend} />}
            <Words of={["form", "authorisation"]}>
              <DraftsForm org={org} of={loaded} />
            </Words>
          </>
        )}
      </Line>
    </Sheet>
  );
}
