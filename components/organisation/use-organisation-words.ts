"use client";

import { useLocale, useTranslations } from "next-intl";
import { isTicked } from "@/components/form/form-context";
import { SECTION_FIELDS, type OrganisationSection } from "@/lib/domain/organisation/sections";
import { joinParts } from "@/lib/i18n/format";
import type { CountryOption } from "@/lib/i18n/country-options";

const COUNTRIES = ["country", "euRepresentativeCountry", "hostedIn"];

export function useOrganisationWords(countries: readonly CountryOption[]) {
  const t = useTranslations("organisation");
  const locale = useLocale();

  const labelsOf = (section: OrganisationSection): Record<string, string> =>
    Object.fromEntries(SECTION_FIELDS[section].map((name) => [name, t(`fields.${name}`)]));

  /** Example: "sites.1.country" → "Pays"; parts of a row have labels of their own. */
  const labelOf = (path: string): string | undefined => {
    const [field = "", , part] = path.split(".");
    const key = part ? `rows.${field}.${part}` : `fields.${field}`;
    return t.has(key) ? t(key) : undefined;
  };

  const read = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map(readRow).filter(Boolean).join("\n");
    if (name === "hasNoDpo") return t(isTicked(value) ? "yes" : "no");
    if (name === "isOutside") return isTicked(value) ? t("rows.tools.isOutside") : "";
    if (COUNTRIES.includes(name)) return countries.find((country) => country.value === value)?.label ?? "";
    const key = KINDS[name] && `${KINDS[name]}.${value}`;
    if (key && t.has(`${key}.label`)) return t(`${key}.label`);
    if (key) return t.has(key) ? t(key) : "";
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };

  const readRow = (row: unknown): string =>
    joinParts(
      Object.entries((row ?? {}) as object).map(([part, cell]) => read(part, cell)),
      locale,
    );

  return { labelsOf, labelOf, read };
}

const KINDS: Record<string, string | undefined> = {
  gdprBinding: "bindings",
  euRepresentativeExemption: "exemptions",
  turnoverCurrency: "currencies",
};
