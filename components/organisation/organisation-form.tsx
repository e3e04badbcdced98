"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useFlatForm } from "@/components/form/use-flat-form";
import { Line, Part } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { saveOrganisation } from "@/lib/features/organisation/actions";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";
import { organisationSchema } from "@/lib/features/organisation/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { DpoFields } from "./dpo-fields";
import { IdentityFields } from "./identity-fields";
import { BindingFields, RepresentativeFields, SiteFields } from "./reach-fields";
import { useOrganisationWords } from "./use-organisation-words";

type Organisation = Awaited<ReturnType<typeof loadOrganisation>>["organisation"];
type OrganisationFormProps = {
  org: string;
  organisation: Organisation;
  countries: readonly CountryOption[];
};

// What the browser can judge by itself; the version and the lists of countries are the server's to read.
const typedSchema = organisationSchema.omit({ version: true, siteCountries: true, gdprBinding: true });

/** All that the organisation says of itself, in the order of the articles that ask. */
export function OrganisationForm({ org, organisation, countries }: OrganisationFormProps) {
  const t = useTranslations("organisation");
  const { labels, read } = useOrganisationWords(countries);
  const form = useFlatForm({
    action: bindAction(saveOrganisation, org),
    schema: typedSchema,
    names: Object.keys(labels),
    initial: organisation,
    version: organisation.version,
    labelOf: (path) => labels[path],
  });
  const back = `/${org}/organisation`;
  return (
    <FormProvider value={form}>
      <Line>
        <FormNotice state={form.state} errors={form.errors} restored={form.restored} />
        <FlatConflict
          form={form}
          subject={organisation.legalName}
          labels={labels}
          read={read}
          theirsHref={back}
        />
      </Line>
      <form key={form.key} {...form.props} hidden={form.isAside}>
        <input type="hidden" name="version" value={form.hidden.version} />
        <input type="hidden" name="base" value={form.hidden.base} />
        <Part title={t("parts.identity")} article={t("articles.identity")}>
          <IdentityFields countries={countries} />
        </Part>
        <Part title={t("parts.dpo")} article={t("articles.dpo")} note={t("articles.dpoNote")}>
          <DpoFields />
        </Part>
        <BindingFields />
        <RepresentativeFields />
        <SiteFields countries={countries} />
        <Line>
          <div className="form-end">
            <SubmitButton pending={form.pending}>{t("save")}</SubmitButton>
            <LinkButton href={back}>{t("cancel")}</LinkButton>
          </div>
        </Line>
      </form>
    </FormProvider>
  );
}
