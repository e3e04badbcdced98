"use client";

import { useTranslations } from "next-intl";
import { SchemaField } from "@/components/form/schema-field";
import type { FieldKind, FieldSection } from "@/lib/domain/contract/contract-fields";
import type { CountryOption } from "@/lib/i18n/country-options";

type ContractFieldProps = {
  section: FieldSection;
  name: string;
  of: FieldKind;
  countries: readonly CountryOption[];
};

export function ContractField({ section, ...asked }: ContractFieldProps) {
  const t = useTranslations("contract");
  const path = `${section}.${asked.name}`;
  const hint = t.has(`hints.${path}`) ? t(`hints.${path}`) : undefined;
  return <SchemaField {...asked} noun="contract" label={t(`fields.${path}`)} hint={hint} rows={2} />;
}
