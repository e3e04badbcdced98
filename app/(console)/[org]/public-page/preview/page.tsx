import { getLocale, getTranslations } from "next-intl/server";
import { PublishedPage } from "@/components/public-page/published-page";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadPreview } from "@/lib/features/public-page/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("public-page", "preview.title");

/** Shows what strangers would read, by the same statements and components, before and after the page is open. */
export default async function PublicPagePreview({ params }: PageProps) {
  const { org } = await params;
  const [view, t] = await Promise.all([loadPreview(org, await getLocale()), getTranslations("public-page")]);
  const back = <LinkButton href={`/${org}/public-page`}>{t("preview.back")}</LinkButton>;
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("preview.title")} lead={t("preview.lead")} actions={back} />
      <Line>
        {!view || view.parts.length === 0 ? (
          <Empty title={t("preview.emptyTitle")}>{t("preview.emptyText")}</Empty>
        ) : (
          <PublishedPage
            view={view}
            request={<p className="muted prose-line pt-3">{t("preview.request")}</p>}
            subscribe={<p className="muted prose-line pt-4">{t("preview.form")}</p>}
          />
        )}
      </Line>
    </Sheet>
  );
}
