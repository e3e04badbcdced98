"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { Part } from "@/components/shell/sheet";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { GDPR_BINDINGS } from "@/lib/domain/organisation/types";
import type { CountryOption } from "@/lib/i18n/country-options";
import { SiteCountries } from "./site-countries";

/** Article 3 decides whether what the register owes is owed to the law or to the controllers. */
export function BindingFields() {
  const t = useTranslations("organisation");
  const { valueOf, errorOf } = useFormAround();
  const choices = GDPR_BINDINGS.toReversed().map((binding) => ({
    value: binding,
    label: t(`bindings.${binding}.label`),
    hint: t(`bindings.${binding}.hint`),
  }));
  return (
    <Part title={t("parts.binding")} article={t("articles.binding")}>
      <RadioChoice
        name="gdprBinding"
        label={t("fields.gdprBinding")}
        choices={choices}
        defaultValue={String(valueOf("gdprBinding"))}
        error={errorOf("gdprBinding")}
      />
    </Part>
  );
}

/** Article 27: a representative, or the reason why there is none. */
export function RepresentativeFields() {
  const t = useTranslations("organisation");
  const { field } = useFormAround();
  return (
    <Part
      title={t("parts.representative")}
      article={t("articles.representative")}
      note={t("articles.representativeNote")}
    >
      <TextInput
        {...field("euRepresentative")}
        label={t("fields.euRepresentative")}
        hint={t("hints.euRepresentative")}
      />
      <TextArea
        {...field("euRepresentativeReason")}
        label={t("fields.euRepresentativeReason")}
        hint={t("hints.euRepresentativeReason")}
        rows={2}
      />
    </Part>
  );
}

export function SiteFields({ countries }: { countries: readonly CountryOption[] }) {
  const t = useTranslations("organisation");
  const { valueOf, errorOf } = useFormAround();
  const chosen = [valueOf("siteCountries")].flat().filter((code) => typeof code === "string" && code !== "");
  return (
    <Part title={t("parts.sites")} article={t("articles.sites")} note={t("articles.sitesNote")}>
      <SiteCountries countries={countries} chosen={chosen as string[]} error={errorOf("siteCountries")} />
    </Part>
  );
}
