"use client";

import { useTranslations } from "next-intl";
import { isTicked } from "@/components/form/form-context";
import type { CountryOption } from "@/lib/i18n/country-options";

const FIELDS = [
  "legalName",
  "ice",
  "address",
  "city",
  "country",
  "email",
  "phone",
  "dpoName",
  "dpoEmail",
  "dpoPhone",
  "hasNoDpo",
  "gdprBinding",
  "euRepresentative",
  "euRepresentativeReason",
  "siteCountries",
] as const;

/** Every field by its name, and its value as a person reads it. */
export function useOrganisationWords(countries: readonly CountryOption[]) {
  const t = useTranslations("organisation");

  const labels: Record<string, string> = Object.fromEntries(
    FIELDS.map((name) => [name, t(`fields.${name}`)]),
  );
  const nameOf = (code: unknown) => countries.find(({ value }) => value === code)?.label ?? "";
  const read = (name: string, value: unknown): string => {
    if (name === "hasNoDpo") return t(isTicked(value) ? "yes" : "no");
    if (name === "country") return nameOf(value);
    if (name === "siteCountries") return [value].flat().map(nameOf).filter(Boolean).join(", ");
    if (name === "gdprBinding") return t.has(`bindings.${value}.label`) ? t(`bindings.${value}.label`) : "";
    return typeof value === "string" ? value : "";
  };
  return { labels, read };
}
