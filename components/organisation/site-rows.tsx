"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { Select, TextInput } from "@/components/ui/text-input";
import type { CountryOption } from "@/lib/i18n/country-options";
import { RowsField } from "./rows-field";

type CountriesProps = { countries: readonly CountryOption[] };

/** Sites where data are processed or accessed: a country outside the EEA is a transfer. */
export function SiteRows(props: CountriesProps) {
  return <RowsField name="sites">{(at) => <Site at={at} {...props} />}</RowsField>;
}

function Site({ at, countries }: CountriesProps & { at: string }) {
  const t = useTranslations("organisation");
  const { field } = useFormAround();
  const of = (part: "name" | "address" | "city" | "country" | "activity" | "people") => ({
    ...field(`${at}.${part}`),
    label: t(`rows.sites.${part}`),
  });
  return (
    <>
      <TextInput {...of("name")} optional />
      <TextInput {...of("address")} dir="auto" optional />
      <div className="pair">
        <TextInput {...of("city")} optional />
        <Select {...of("country")} options={countries} blank={t("choose")} />
      </div>
      <div className="pair">
        <TextInput {...of("activity")} optional />
        <TextInput {...of("people")} inputMode="numeric" narrow dir="ltr" optional />
      </div>
    </>
  );
}
