import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { beginHref, templatesHref } from "@/components/template/template-address";
import { TemplateSheet } from "@/components/template/template-sheet";
import { LinkButton } from "@/components/ui/button";
import { loadTemplate } from "@/lib/features/template/loaders";

type PageProps = {
  params: Promise<{ org: string; code: string }>;
  searchParams: Promise<{ controller?: string | string[] }>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, code } = await params;
  return { title: (await loadTemplate(org, code, await getLocale())).title };
}

export default async function TemplatePage({ params, searchParams }: PageProps) {
  const { org, code } = await params;
  const [controller = ""] = [(await searchParams).controller ?? ""].flat();
  const template = await loadTemplate(org, code, await getLocale());
  const t = await getTranslations("template");
  return (
    <Sheet>
      <PageHead
        note={<b>{t("article", { article: "30(2)" })}</b>}
        title={template.title}
        lead={
          <>
            {template.text} {t("sheet.lead")}
          </>
        }
        actions={
          <>
            <LinkButton href={templatesHref(org, controller)}>{t("toList")}</LinkButton>
            {template.may.write && (
              <LinkButton tone="go" icon={Plus} href={beginHref(org, controller, code)}>
                {t("begin")}
              </LinkButton>
            )}
          </>
        }
      />
      <TemplateSheet org={org} template={template} />
    </Sheet>
  );
}
