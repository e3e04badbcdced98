"use client";

import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useFlatForm } from "@/components/form/use-flat-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { SECTION_FIELDS, type OrganisationSection } from "@/lib/domain/organisation/sections";
import type { Issue } from "@/lib/domain/outcome/outcome";
import { saveSection } from "@/lib/features/organisation/actions";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";
import { sectionSchemas } from "@/lib/features/organisation/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { organisationAsTyped } from "./as-typed";
import { BreachFields } from "./breach-fields";
import { DomainFields } from "./domain-fields";
import { DpoFields } from "./dpo-fields";
import { IdentityFields } from "./identity-fields";
import { ReachFields } from "./reach-fields";
import { RepresentativeFields } from "./representative-fields";
import { SiteRows } from "./site-rows";
import { ToolRows } from "./tool-rows";
import { TurnoverFields } from "./turnover-fields";
import { useOrganisationWords } from "./use-organisation-words";

type Organisation = Awaited<ReturnType<typeof loadOrganisation>>["organisation"];
type SectionFormProps = {
  org: string;
  section: OrganisationSection;
  organisation: Organisation;
  countries: readonly CountryOption[];
  /** Member States allowed for a representative, article 27(3). */
  memberStates: readonly CountryOption[];
};

export function SectionForm({ org, section, organisation, countries, memberStates }: SectionFormProps) {
  const t = useTranslations("organisation");
  const locale = useLocale();
  const { labelsOf, labelOf, read } = useOrganisationWords(countries);
  const translate = ({ key, params }: Issue) =>
    t.has(`errors.${key}`) ? t(`errors.${key}`, params) : undefined;
  const form = useFlatForm({
    action: bindAction(saveSection, org),
    schema: sectionSchemas[section],
    names: SECTION_FIELDS[section],
    initial: organisation,
    version: organisation.version,
    asTyped: (stored) => organisationAsTyped(stored, locale),
    labelOf,
    describeIssue: translate,
  });
  const back = `/${org}/organisation#${section}`;
  return (
    <FormProvider value={form}>
      <FormNotice {...form.notice} />
      <FlatConflict
        form={form}
        subject={t(`parts.${section}`)}
        labels={labelsOf(section)}
        read={read}
        besides={{ section }}
        theirsHref={back}
      />
      <form key={`${form.key} ${form.hidden.version}`} {...form.props} hidden={form.isAside}>
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="version" value={form.hidden.version} />
        <input type="hidden" name="base" value={form.hidden.base} />
        <Fields section={section} countries={countries} memberStates={memberStates} />
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t(`saves.${section}`)}</SubmitButton>
          <LinkButton href={back}>{t("cancel")}</LinkButton>
        </div>
      </form>
    </FormProvider>
  );
}

type FieldsProps = Pick<SectionFormProps, "section" | "countries" | "memberStates">;

function Fields({ section, countries, memberStates }: FieldsProps) {
  switch (section) {
    case "identity":
      return <IdentityFields countries={countries} />;
    case "dpo":
      return <DpoFields />;
    case "reach":
      return <ReachFields />;
    case "representative":
      return <RepresentativeFields countries={memberStates} />;
    case "sites":
      return <SiteRows countries={countries} />;
    case "tools":
      return <ToolRows countries={countries} />;
    case "breaches":
      return <BreachFields />;
    case "domains":
      return <DomainFields />;
    case "turnover":
      return <TurnoverFields />;
  }
}
