"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/choice";
import { ListInput, Select, TextArea, TextInput } from "@/components/ui/text-input";
import type { CountryOption } from "@/lib/i18n/country-options";
import { CountriesGroup } from "./countries-group";
import { isTicked, useFormAround } from "./form-context";

type SchemaFieldProps = {
  noun: string;
  name: string;
  of:
    | { kind: "line" | "text" | "lines" | "day" | "count" | "tick" | "country" | "countries" }
    | { kind: "choice"; words: string; options: readonly string[]; hasNoBlank?: true };
  label: string;
  hint?: string;
  countries: readonly CountryOption[];
  /** Height of a text box; minimum of a count. */
  rows?: number;
  least?: number;
  required?: boolean;
};

export function SchemaField(props: SchemaFieldProps) {
  const { noun, name, of, label, hint, countries, rows = 3, least = 0, required } = props;
  const t = useTranslations(noun);
  const { field, choice, valueOf } = useFormAround();
  const text = { label, hint };
  switch (of.kind) {
    case "line":
      return <TextInput {...field(name)} {...text} dir="auto" optional={!required} />;
    case "text":
      return <TextArea {...field(name)} {...text} dir="auto" rows={rows} optional />;
    case "lines":
      return <ListInput {...field(name)} {...text} dir="auto" optional />;
    case "day":
      return <TextInput {...field(name)} {...text} type="date" narrow optional />;
    case "count":
      return (
        <TextInput {...field(name)} {...text} type="number" min={least} inputMode="numeric" narrow optional />
      );
    case "country":
      return <Select {...field(name)} {...text} options={countries} blank={t("notStated")} />;
    case "countries":
      return (
        <CountriesGroup
          name={name}
          {...text}
          countries={countries}
          nameOf={(number) => t("country", { number })}
        />
      );
    case "choice":
      return (
        <Select
          {...field(name)}
          {...text}
          blank={of.hasNoBlank ? undefined : t("notStated")}
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
