import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LogoForm } from "@/components/organisation/logo-form";
import { LogoRemoval } from "@/components/organisation/logo-removal";
import { LogoValue } from "@/components/organisation/logo-value";
import { SectionForm } from "@/components/organisation/section-form";
import type { SheetSection } from "@/components/organisation/sheet-part";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { ORGANISATION_SECTIONS } from "@/lib/domain/organisation/sections";
import { isInEea } from "@/lib/domain/statute/eea";
import type { Search } from "@/lib/forms/list-query";
import { loadOrganisation } from "@/lib/features/organisation/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";

type PageProps = {
  params: Promise<{ org: string; section: string }>;
  searchParams: Promise<Search>;
};
type Loaded = Awaited<ReturnType<typeof loadOrganisation>>;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { section } = await params;
  return isSection(section) ? { title: (await getTranslations("organisation.parts"))(section) } : {};
}

export default async function EditOrganisationPage({ params, searchParams }: PageProps) {
  const { org, section } = await params;
  if (!isSection(section)) notFound();
  const loaded = await loadOrganisation(org);
  const { error } = await searchParams;
  const t = await getTranslations("organisation");
  const note = t.has(`articles.${section}Note`) ? t(`articles.${section}Note`) : "";
  return (
    <Sheet>
      <PageHead
        note={
          <>
            <b>{t(`articles.${section}`)}</b>
            {note}
          </>
        }
        title={t(`parts.${section}`)}
        lead={t(`leads.${section}`)}
      />
      <Line>
        {!loaded.mayEdit ? (
          <Forbidden actions={<LinkButton href={`/${org}/organisation`}>{t("back")}</LinkButton>}>
            {t("readOnly")}
          </Forbidden>
        ) : (
          <Words of={["form", "organisation"]}>
            {section === "logo" ? (
              <Logo org={org} loaded={loaded} error={typeof error === "string" ? error : undefined} />
            ) : (
              <SectionForm key={section} org={org} section={section} {...await formProps(loaded)} />
            )}
          </Words>
        )}
      </Line>
    </Sheet>
  );
}

async function formProps({ organisation, today }: Loaded) {
  const countries = await loadCountryOptions(await getLocale());
  // A country outside the list that was stored earlier remains selectable.
  const memberStates = countries.filter(
    ({ value }) => isInEea(value, today) || value === organisation.euRepresentativeCountry,
  );
  return { organisation, countries, memberStates };
}

function Logo({ org, loaded, error }: { org: string; loaded: Loaded; error?: string }) {
  const { logo, organisation } = loaded;
  return (
    <>
      <LogoValue org={org} logo={logo} name={organisation.legalName} />
      <LogoForm org={org} seen={logo?.id ?? ""} error={error} />
      {logo && <LogoRemoval org={org} seen={logo.id} />}
    </>
  );
}

function isSection(section: string): section is SheetSection {
  return section === "logo" || (ORGANISATION_SECTIONS as readonly string[]).includes(section);
}
