"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { RadioChoice } from "@/components/ui/choice";
import { PartialDateInput, Select, TextArea, TextInput } from "@/components/ui/text-input";
import { EXEMPTIONS } from "@/lib/domain/organisation/representative";
import type { CountryOption } from "@/lib/i18n/country-options";

/** Article 27: a representative, or the reason for none. `countries` are the Member States. */
export function RepresentativeFields({ countries }: { countries: readonly CountryOption[] }) {
  const t = useTranslations("organisation");
  const { field, choice, valueOf } = useFormAround();
  const choices = (["", ...EXEMPTIONS] as const).map((exemption) => ({
    value: exemption,
    label: t(`exemptions.${exemption || "none"}.label`),
    hint: t(`exemptions.${exemption || "none"}.hint`),
  }));
  return (
    <>
      <TextInput
        {...field("euRepresentative")}
        label={t("fields.euRepresentative")}
        hint={t("hints.euRepresentative")}
        optional
      />
      <TextInput
        {...field("euRepresentativeContact")}
        dir="auto"
        label={t("fields.euRepresentativeContact")}
        hint={t("hints.euRepresentativeContact")}
        optional
      />
      <div className="pair">
        <Select
          {...field("euRepresentativeCountry")}
          label={t("fields.euRepresentativeCountry")}
          hint={t("hints.euRepresentativeCountry")}
          options={countries}
          blank={t("chooseState")}
          optional
        />
        <PartialDateInput
          {...field("euRepresentativeMandateOn")}
          label={t("fields.euRepresentativeMandateOn")}
          hint={t("hints.euRepresentativeMandateOn")}
          optional
        />
      </div>
      <RadioChoice
        {...choice("euRepresentativeExemption")}
        label={t("fields.euRepresentativeExemption")}
        choices={choices}
        defaultValue={String(valueOf("euRepresentativeExemption") ?? "")}
      />
      <TextArea
        {...field("euRepresentativeReason")}
        label={t("fields.euRepresentativeReason")}
        hint={t("hints.euRepresentativeReason")}
        rows={2}
        optional
      />
    </>
  );
}
