"use client";

import { useLocale, useTranslations } from "next-intl";
import { MEASURE_FIELDS } from "@/lib/domain/measure/history";
import { joinParts } from "@/lib/i18n/format";
import type { Issue } from "@/lib/domain/outcome";

const ISSUES = [
  "confirm",
  "articles",
  "iso",
  "nothingTicked",
  "takenAlready",
  "unknownEntry",
  "retiredAlready",
  "notRetired",
] as const;

/** Words for what only a measure can be refused for: "measure.confirm" and the like. */
export function useMeasureIssues() {
  const t = useTranslations("measure.issues");
  return ({ key, params }: Issue): string | undefined => {
    const known = ISSUES.find((issue) => `measure.${issue}` === key);
    return known && t(known, params);
  };
}

/** Every field of the form by its name, and its value as a person reads it. */
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
