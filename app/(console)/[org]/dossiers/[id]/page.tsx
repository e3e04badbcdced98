import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DossierSheet } from "@/components/dossier/dossier-sheet";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadDossier } from "@/lib/features/dossier/loaders";
import { isolate } from "@/lib/i18n/bidi";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await loadDossier(org, id)).recipient };
}

/** Has no loading state: a refused role must be answered 403, and a streamed answer can no longer change its status. */
export default async function DossierPage({ params }: PageProps) {
  const { org, id } = await params;
  const dossier = await loadDossier(org, id);
  const [t, locale] = await Promise.all([getTranslations("dossier"), getLocale()]);
  return (
    <Sheet>
      <PageHead note={t("article")} title={isolate(dossier.recipient, locale)} />
      <Words of={["form", "dossier"]}>
        <DossierSheet org={org} dossier={dossier} />
      </Words>
    </Sheet>
  );
}
