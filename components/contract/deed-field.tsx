"use client";

import { useTranslations } from "next-intl";
import { CountriesGroup } from "@/components/form/countries-group";
import { isTicked, useFormAround } from "@/components/form/form-context";
import { Checkbox } from "@/components/ui/choice";
import { ListInput, Select, TextArea, TextInput } from "@/components/ui/text-input";
import type { CountryOption } from "@/lib/i18n/country-options";
import type { FieldKind, FieldSection } from "@/lib/domain/contract/deed-fields";

type DeedFieldProps = {
  section: FieldSection;
  name: string;
  of: FieldKind;
  countries: readonly CountryOption[];
};

/** One field of a section: its control, its name, what the law makes of it. */
export function DeedField({ section, name, of, countries }: DeedFieldProps) {
  const t = useTranslations("contract");
  const { field, choice, valueOf } = useFormAround();
  const hint = t.has(`hints.${section}.${name}`) ? t(`hints.${section}.${name}`) : undefined;
  const text = { label: t(`fields.${section}.${name}`), hint };
  switch (of.kind) {
    case "line":
      return <TextInput {...field(name)} {...text} dir="auto" optional />;
    case "text":
      return <TextArea {...field(name)} {...text} dir="auto" rows={2} optional />;
    case "lines":
      return <ListInput {...field(name)} {...text} dir="auto" optional />;
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
    case "choice":
      return (
        <Select
          {...field(name)}
          {...text}
          blank={of.hasNoBlank ? undefined : t("unsaid")}
          options={of.options.map((value) => ({ value, label: t(`choices.${of.words}.${value}`) }))}
        />
      );
    case "tick": {
      const { error: _shownAbove, ...tick } = choice(name);
      return (
        <div className="choices">
          <Checkbox {...tick} value="true" defaultChecked={isTicked(valueOf(name))} {...text} />
        </div>
      );
    }
  }
}
