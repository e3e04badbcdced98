import { getTranslations } from "next-intl/server";
import { DossierForm } from "@/components/dossier/dossier-form";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { DOSSIER_SECTIONS } from "@/lib/domain/nouns/dossier-sections";
import { loadDossierForm } from "@/lib/features/dossier/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("dossier", "newTitle");

export default async function NewDossierPage({ params }: PageProps) {
  const { org } = await params;
  const [{ controllers, today }, t, file] = await Promise.all([
    loadDossierForm(org),
    getTranslations("dossier"),
    getTranslations("dossier-file.sections"),
  ]);
  const sections = DOSSIER_SECTIONS.map(({ section }) => ({ id: section, label: file(section) }));
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("newTitle")} lead={t("newLead")} />
      <Words of={["form", "dossier"]}>
        <DossierForm org={org} today={today} controllers={controllers} sections={sections} />
      </Words>
    </Sheet>
  );
}
