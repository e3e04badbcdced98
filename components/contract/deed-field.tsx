"use client";

import { useTranslations } from "next-intl";
import { isTicked, useFormAround } from "@/components/form/form-context";
import { Checkbox } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
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
      return <Countries name={name} {...text} countries={countries} />;
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

type CountriesProps = Pick<DeedFieldProps, "name" | "countries"> & { label: string; hint?: string };

/** Those there are, and two blank ones more: a list that works without a script. */
function Countries({ name, label, hint, countries }: CountriesProps) {
  const t = useTranslations("contract");
  const { choice, valueOf, errorOf } = useFormAround();
  const named = [valueOf(name)].flat().filter((code) => typeof code === "string" && code !== "");
  const { error: _shownBelow, ...registered } = choice(name);
  return (
    <FieldGroup id={name} label={label} hint={hint} error={errorOf(name)}>
      {[...named, "", ""].map((code, index) => (
        <Select
          key={index}
          {...registered}
          id={`${name}-${index}`}
          label={t("country", { number: index + 1 })}
          labelHidden
          narrow
          defaultValue={String(code)}
          blank={t("noCountry")}
          options={countries}
        />
      ))}
    </FieldGroup>
  );
}
