import { getTranslations } from "next-intl/server";
import { ExtractForm } from "@/components/export/extract-form";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { loadExtract } from "@/lib/features/export/loaders";
import { titled } from "@/lib/i18n/titled";
import { LawArticles } from "../law-articles";

type PageProps = {
  params: Promise<{ contact: string }>;
  searchParams: Promise<{ on?: string; day?: string; error?: string }>;
};

export const generateMetadata = titled("portal", "navItems.extract");

/** Exports a controller's own entries, current or as of a day, article 28(3)(h). */
export default async function ExtractPage({ params, searchParams }: PageProps) {
  const [{ contact }, search] = await Promise.all([params, searchParams]);
  const loaded = await loadExtract(contact);
  const t = await getTranslations("export-page");
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(h)"]} />}
        title={t("extract.title")}
        lead={t("extract.lead", { count: loaded.records, organisation: loaded.organisation })}
      />
      <PortalPart title={t("choose")}>
        <ExtractForm contact={contact} loaded={loaded} search={search} />
        <p className="muted small">{t("extract.leftOut")}</p>
      </PortalPart>
    </>
  );
}
