"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { Select, TextInput } from "@/components/ui/text-input";
import type { CountryOption } from "@/lib/i18n/country-options";

/** Identity and contact of the processor, article 30(2)(a). */
export function IdentityFields({ countries }: { countries: readonly CountryOption[] }) {
  const t = useTranslations("organisation");
  const { field } = useFormAround();
  return (
    <>
      <TextInput {...field("legalName")} label={t("fields.legalName")} hint={t("hints.legalName")} required />
      <TextInput
        {...field("ice")}
        label={t("fields.ice")}
        hint={t("hints.ice")}
        inputMode="numeric"
        dir="ltr"
        narrow
        optional
      />
      <TextInput {...field("address")} label={t("fields.address")} dir="auto" autoComplete="street-address" />
      <div className="pair">
        <TextInput {...field("city")} label={t("fields.city")} autoComplete="address-level2" />
        <Select
          {...field("country")}
          label={t("fields.country")}
          options={countries}
          blank={t("choose")}
          required
        />
      </div>
      <div className="pair">
        <TextInput {...field("email")} label={t("fields.email")} type="email" dir="ltr" />
        <TextInput {...field("phone")} label={t("fields.phone")} type="tel" dir="ltr" />
      </div>
    </>
  );
}
