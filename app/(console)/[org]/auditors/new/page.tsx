import { getTranslations } from "next-intl/server";
import { GrantForm } from "@/components/grant/grant-form";
import { MailServerMissing } from "@/components/shell/mail-server-missing";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { DOSSIER_SECTIONS } from "@/lib/domain/nouns/dossier-sections";
import { loadGrantForm } from "@/lib/features/grant/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("grant", "newTitle");

export default async function NewGrantPage({ params }: PageProps) {
  const { org } = await params;
  const { canSend, ...loaded } = await loadGrantForm(org);
  const [t, file] = await Promise.all([getTranslations("grant"), getTranslations("dossier-file.sections")]);
  const sections = DOSSIER_SECTIONS.map(({ section }) => ({ id: section, label: file(section) }));
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("newTitle")} lead={t("newLead")} />
      {canSend ? (
        <Words of={["form", "grant"]}>
          <GrantForm org={org} sections={sections} {...loaded} />
        </Words>
      ) : (
        <Line>
          <MailServerMissing />
        </Line>
      )}
    </Sheet>
  );
}
