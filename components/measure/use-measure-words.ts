"use client";

import { useLocale, useTranslations } from "next-intl";
import { MEASURE_FIELDS } from "@/lib/domain/measure/history";
import { joinParts } from "@/lib/i18n/format";

export function useMeasureWords(familyName: (family: string) => string) {
  const t = useTranslations("measure");
  const locale = useLocale();
  const labels: Record<string, string> = Object.fromEntries(
    MEASURE_FIELDS.map((name) => [name, t(`fields.${name}`)]),
  );
  const read = (name: string, value: unknown): string => {
    if (name === "family") return typeof value === "string" && value ? familyName(value) : "";
    if (Array.isArray(value)) return joinParts(value.map(String), locale);
    return typeof value === "string" ? value : "";
  };
  return { labels, read };
}
