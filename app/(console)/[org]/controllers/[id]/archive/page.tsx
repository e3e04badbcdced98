import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArchiveForm } from "@/components/controller/archive-form";
import { FormPage } from "@/components/shell/form-page";
import { loadArchive } from "@/lib/features/controller-archive/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("controller", "archive.act");

/** A page instead of a dialog: the reason can be written without JavaScript. */
export default async function ArchiveControllerPage({ params }: PageProps) {
  const { org, id } = await params;
  const { controller, contacts, mayArchive } = await loadArchive(org, id);
  if (controller.isArchived) redirect(`/${org}/controllers/${id}`);
  const t = await getTranslations("controller");
  return (
    <FormPage
      note={t("note")}
      title={t("archive.title", { name: controller.legalName })}
      lead={t("archive.lead")}
      isAllowed={mayArchive}
      words={["controller", "contact"]}
    >
      <ArchiveForm org={org} controller={controller} contacts={contacts} />
    </FormPage>
  );
}
