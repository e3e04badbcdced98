"use client";

import { useTranslations } from "next-intl";
import { SchemaField } from "@/components/form/schema-field";
import type { FieldKind, FieldSection } from "@/lib/domain/sub-processor/fields";
import type { CountryOption } from "@/lib/i18n/country-options";
import { CertificationRows, SiteRows } from "./section-rows";

type SubProcessorFieldProps = {
  section: FieldSection;
  name: string;
  of: FieldKind;
  countries: readonly CountryOption[];
};

export function SubProcessorField({ section, name, of, countries }: SubProcessorFieldProps) {
  const t = useTranslations("sub-processor");
  const path = `${section}.${name}`;
  const text = {
    label: t(`fields.${path}`),
    hint: t.has(`hints.${path}`) ? t(`hints.${path}`) : undefined,
  };
  if (of.kind === "sites") return <SiteRows {...text} countries={countries} />;
  if (of.kind === "certifications") return <CertificationRows {...text} />;
  return (
    <SchemaField
      noun="sub-processor"
      name={name}
      of={of}
      {...text}
      countries={countries}
      required={name === "name"}
    />
  );
}
