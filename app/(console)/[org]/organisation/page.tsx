import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrganisationSheet } from "@/components/organisation/organisation-sheet";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { loadOrganisation } from "@/lib/features/organisation/loaders";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisation"))("title") };
}

export default async function OrganisationPage({ params }: PageProps) {
  const { org } = await params;
  const { organisation, mayEdit } = await loadOrganisation(org);
  const [t, countries] = [await getTranslations("organisation"), await getTranslations("countries")];
  const edit = mayEdit && (
    <LinkButton tone="go" icon={Pencil} href={`/${org}/organisation/edit`}>
      {t("edit")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead title={organisation.legalName} lead={mayEdit ? t("lead") : t("readOnly")} actions={edit}>
        <p className="version">
          <b>{t("version", { number: organisation.version })}</b>
        </p>
      </PageHead>
      <OrganisationSheet of={organisation} nameOf={countries} />
    </Sheet>
  );
}
