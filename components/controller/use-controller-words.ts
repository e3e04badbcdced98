"use client";

import { useTranslations } from "next-intl";
import { isTicked } from "@/components/form/form-context";
import type { CountryOption } from "@/lib/i18n/country-options";
import { LOCALE_NAMES } from "@/lib/i18n/locale";

const FIELDS = [
  "legalName",
  "isPlaceholder",
  "country",
  "address",
  "registrationNumber",
  "language",
  "contactName",
  "contactEmail",
  "contactPhone",
  "dpoContact",
  "hasNoDpo",
  "representative",
  "representativeReason",
  "establishments",
  "targeting",
  "targetCountries",
  "clientRole",
  "otherControllers",
] as const;
const TICKS: readonly string[] = ["isPlaceholder", "hasNoDpo"];

export function useControllerWords(countries: readonly CountryOption[]) {
  const t = useTranslations("controller");
  const labels: Record<string, string> = Object.fromEntries(
    FIELDS.map((name) => [name, t(`fields.${name}`)]),
  );
  const nameOf = (code: unknown) =>
    countries.find(({ value }) => value === code)?.label ?? String(code ?? "");
  const read = (name: string, value: unknown): string => {
    if (TICKS.includes(name)) return t(isTicked(value) ? "yes" : "no");
    if (name === "country") return nameOf(value);
    // A form sends its blank places too.
    if (Array.isArray(value)) return value.filter(Boolean).map(nameOf).join(", ");
    if (name === "targeting") return value ? t(`targeting.${String(value)}`) : t("targeting.unanswered");
    if (name === "clientRole") return t(`clientRoles.${value ? String(value) : "unanswered"}`);
    if (name === "language") return LOCALE_NAMES[value as keyof typeof LOCALE_NAMES] ?? "";
    return typeof value === "string" ? value : "";
  };
  return { labels, read };
}
