import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OrganisationForm } from "@/components/organisation/organisation-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadOrganisation } from "@/lib/features/organisation/loaders";
import { loadCountryOptions } from "@/lib/i18n/country-options";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisation"))("editTitle") };
}

export default async function EditOrganisationPage({ params }: PageProps) {
  const { org } = await params;
  const { organisation, mayEdit } = await loadOrganisation(org);
  const [t, countries] = [await getTranslations("organisation"), await loadCountryOptions(await getLocale())];
  return (
    <Sheet>
      <PageHead title={t("editTitle")} lead={t("lead")} />
      {mayEdit ? (
        <Words of={["form", "organisation"]}>
          <OrganisationForm org={org} organisation={organisation} countries={countries} />
        </Words>
      ) : (
        <Line>
          <Forbidden>{t("readOnly")}</Forbidden>
        </Line>
      )}
    </Sheet>
  );
}
