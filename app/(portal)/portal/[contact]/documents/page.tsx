import { getLocale, getTranslations } from "next-intl/server";
import { PortalDocuments } from "@/components/attachment/portal-documents";
import { PortalHead } from "@/components/shell/portal-page";
import { loadPortalDocuments } from "@/lib/features/attachment/loaders";
import { loadPortalZone } from "@/lib/features/portal/loaders";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.documents");

/** Each download is journalled. */
export default async function PortalDocumentsPage({ params }: PageProps) {
  const { contact } = await params;
  const files = await loadPortalDocuments(contact);
  const markOf = await rowMarks(contact, "attachment", files);
  const [t, nouns, locale, zone] = await Promise.all([
    getTranslations("portal"),
    getTranslations("journal.nouns"),
    getLocale(),
    loadPortalZone(contact),
  ]);
  return (
    <>
      <PortalHead
        title={t("documents.title")}
        lead={t(files.length > 0 ? "documents.lead" : "documents.none")}
      />
      <PortalDocuments
        contact={contact}
        label={t("documents.title")}
        locale={locale}
        zone={zone}
        files={files.map((file) => ({
          ...file,
          of: nouns.has(file.noun) ? nouns(file.noun) : "",
          status: markOf(file.id),
        }))}
      />
    </>
  );
}
