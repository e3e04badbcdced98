import { ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { OrganisationHistory } from "@/components/organisation/organisation-history";
import { OrganisationSheet } from "@/components/organisation/organisation-sheet";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { loadOrganisation, loadOrganisationHistory } from "@/lib/features/organisation/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("organisation", "title");

export default async function OrganisationPage({ params }: PageProps) {
  const { org } = await params;
  const [loaded, history] = await Promise.all([loadOrganisation(org), loadOrganisationHistory(org)]);
  const [t, countries] = await Promise.all([getTranslations("organisation"), getTranslations("countries")]);
  const security = await getTranslations("security");
  const { organisation, mayEdit } = loaded;
  const act = (
    <LinkButton icon={ShieldCheck} href={`/${org}/organisation/security`}>
      {security("demand.title")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead title={organisation.legalName} lead={mayEdit ? t("lead") : t("readOnly")} actions={act}>
        <p className="version">
          <b>{t("version", { number: organisation.version })}</b>
          <a href="#history">{t("history.title")}</a>
        </p>
      </PageHead>
      <OrganisationSheet org={org} loaded={loaded} nameOf={countries}>
        <OrganisationHistory org={org} {...history} />
      </OrganisationSheet>
    </Sheet>
  );
}
