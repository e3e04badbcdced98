import { Eye } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PublicPageSheet } from "@/components/public-page/public-page-sheet";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { loadPublicPage } from "@/lib/features/public-page/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("public-page", "title");

/** Has no loading state: a refused role must be answered 403, and a streamed answer can no longer change its status. */
export default async function PublicPagePage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const [page, t] = await Promise.all([loadPublicPage(org, search), getTranslations("public-page")]);
  const preview = page.settings.version > 0 && (
    <LinkButton icon={Eye} href={`/${org}/public-page/preview`}>
      {t("preview.act")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} lead={t("lead")} actions={preview} />
      <Words of={["form", "public-page", "published"]}>
        <PublicPageSheet org={org} page={page} />
      </Words>
    </Sheet>
  );
}
