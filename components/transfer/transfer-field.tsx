"use client";

import { useTranslations } from "next-intl";
import { SchemaField } from "@/components/form/schema-field";
import type { TransferSection } from "@/lib/domain/transfer/content";
import type { FieldKind } from "@/lib/domain/transfer/fields";
import type { CountryOption } from "@/lib/i18n/country-options";

type TransferFieldProps = {
  section: TransferSection;
  name: string;
  of: FieldKind;
  /** Country of the destination, which selects the hints. */
  country: string | null;
  countries: readonly CountryOption[];
};

export function TransferField({ section, name, of, country, countries }: TransferFieldProps) {
  const t = useTranslations("transfer");
  const hint = [`hints.${section}.${name}_${country}`, `hints.${section}.${name}`].find((key) => t.has(key));
  return (
    <SchemaField
      noun="transfer"
      name={name}
      of={of}
      label={t(`fields.${section}.${name}`)}
      hint={hint && t(hint)}
      countries={countries}
      least={1}
    />
  );
}
