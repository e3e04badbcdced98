"use client";

import { useTranslations } from "next-intl";
import { CountriesGroup } from "@/components/form/countries-group";
import { useFormAround } from "@/components/form/form-context";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import type { FieldKind, FieldSection } from "@/lib/domain/sub-processor/fields";
import type { CountryOption } from "@/lib/i18n/country-options";
import { CertificationRows, SiteRows } from "./section-rows";

type SubProcessorFieldProps = {
  section: FieldSection;
  name: string;
  of: FieldKind;
  countries: readonly CountryOption[];
};

/** One field of a section: its control, its name, what to write there. */
export function SubProcessorField({ section, name, of, countries }: SubProcessorFieldProps) {
  const t = useTranslations("sub-processor");
  const { field } = useFormAround();
  const hint = t.has(`hints.${section}.${name}`) ? t(`hints.${section}.${name}`) : undefined;
  const text = { label: t(`fields.${section}.${name}`), hint };
  switch (of.kind) {
    case "line":
      return <TextInput {...field(name)} {...text} dir="auto" optional={name !== "name"} />;
    case "text":
      return <TextArea {...field(name)} {...text} dir="auto" rows={3} optional />;
    case "day":
      return <TextInput {...field(name)} {...text} type="date" narrow optional />;
    case "count":
      return (
        <TextInput {...field(name)} {...text} type="number" min={0} inputMode="numeric" narrow optional />
      );
    case "country":
      return <Select {...field(name)} {...text} options={countries} blank={t("unsaid")} />;
    case "countries":
      return (
        <CountriesGroup
          name={name}
          {...text}
          countries={countries}
          nameOf={(number) => t("country", { number })}
          blank={t("noCountry")}
        />
      );
    case "sites":
      return <SiteRows {...text} countries={countries} />;
    case "certifications":
      return <CertificationRows {...text} />;
    case "choice":
      return (
        <Select
          {...field(name)}
          {...text}
          blank={t("unsaid")}
          options={of.options.map((value) => ({ value, label: t(`choices.${of.words}.${value}`) }))}
        />
      );
  }
}
