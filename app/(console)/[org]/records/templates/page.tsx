import { getLocale, getTranslations } from "next-intl/server";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { beginHref } from "@/components/template/template-address";
import { TemplateList } from "@/components/template/template-list";
import { LinkButton } from "@/components/ui/button";
import { loadTemplates } from "@/lib/features/template/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ controller?: string | string[] }>;
};

export const generateMetadata = titled("template", "title");

export default async function TemplatesPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const [controller = ""] = [(await searchParams).controller ?? ""].flat();
  const { templates, mayWrite } = await loadTemplates(org, await getLocale());
  const t = await getTranslations("template");
  return (
    <Sheet>
      <PageHead
        note={<b>{t("article", { article: "30(2)" })}</b>}
        title={t("title")}
        lead={
          <>
            {t("lead")} {t("law")}
          </>
        }
        actions={mayWrite && <LinkButton href={beginHref(org, controller)}>{t("blankEntry")}</LinkButton>}
      />
      <TemplateList org={org} controller={controller} templates={templates} />
    </Sheet>
  );
}
