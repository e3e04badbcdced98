"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import type { TransferSection } from "@/lib/domain/transfer/content";
import type { FieldKind } from "@/lib/domain/transfer/fields";
import type { CountryOption } from "@/lib/i18n/country-options";

type TransferFieldProps = {
  section: TransferSection;
  name: string;
  of: FieldKind;
  /** Of the destination: its hints say where to look. */
  country: string | null;
  countries: readonly CountryOption[];
};

/** One field of a section: its control, its name, what to write there. */
export function TransferField({ section, name, of, country, countries }: TransferFieldProps) {
  const t = useTranslations("transfer");
  const { field } = useFormAround();
  const hint = [`hints.${section}.${name}_${country}`, `hints.${section}.${name}`].find((key) => t.has(key));
  const text = { ...field(name), label: t(`fields.${section}.${name}`), hint: hint && t(hint) };
  switch (of.kind) {
    case "line":
      return <TextInput {...text} dir="auto" optional />;
    case "text":
      return <TextArea {...text} dir="auto" rows={3} optional />;
    case "day":
      return <TextInput {...text} type="date" narrow optional />;
    case "count":
      return <TextInput {...text} type="number" min={1} inputMode="numeric" narrow optional />;
    case "country":
      return <Select {...text} options={countries} blank={t("unsaid")} />;
    case "choice":
      return (
        <Select
          {...text}
          blank={t("unsaid")}
          options={of.options.map((value) => ({ value, label: t(`choices.${name}.${value}`) }))}
        />
      );
  }
}
