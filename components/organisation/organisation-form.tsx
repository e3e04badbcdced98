"use client";

import { useTranslations } from "next-intl";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
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
  const form = useServerForm({
    action: saveOrganisation.bind(null, org),
    schema: typedSchema,
    initial: organisation,
    labelOf: (path) => labels[path],
  });
  const { state, pending, send } = form;
  const shared = { subject: organisation.legalName, labels, base: organisation, read, pending, send };
  const back = `/${org}/organisation`;
  return (
    <FormProvider value={form}>
      <Line>
        <FormNotice state={state} errors={form.errors} done={t("saved")} />
        {state.status === "conflict" && <FlatConflict conflict={state} {...shared} theirsHref={back} />}
      </Line>
      <form {...form.props}>
        <input
          type="hidden"
          name="version"
          value={state.status === "conflict" ? state.version : organisation.version}
        />
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
            <SubmitButton pending={pending}>{t("save")}</SubmitButton>
            <LinkButton href={back}>{t("cancel")}</LinkButton>
          </div>
        </Line>
      </form>
    </FormProvider>
  );
}
