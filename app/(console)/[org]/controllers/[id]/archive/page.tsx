import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArchiveForm } from "@/components/controller/archive-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadArchive } from "@/lib/features/controller-archive/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("controller"))("archive.act") };
}

/** A page instead of a dialog: the reason can be written without JavaScript. */
export default async function ArchiveControllerPage({ params }: PageProps) {
  const { org, id } = await params;
  const { controller, contacts, mayArchive } = await loadArchive(org, id);
  if (controller.isArchived) redirect(`/${org}/controllers/${id}`);
  const t = await getTranslations("controller");
  return (
    <Sheet>
      <PageHead
        note={t("note")}
        title={t("archive.title", { name: controller.legalName })}
        lead={t("archive.lead")}
      />
      <Line>
        {mayArchive ? (
          <Words of={["controller", "contact", "form"]}>
            <ArchiveForm org={org} controller={controller} contacts={contacts} />
          </Words>
        ) : (
          <Forbidden />
        )}
      </Line>
    </Sheet>
  );
}
