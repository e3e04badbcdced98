"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome/outcome";

/** Leaves keys outside the noun to the forms' own words. */
export function useNounIssues(noun: string, group = `${noun}.issues`) {
  const t = useTranslations(group);
  return ({ key, params }: Issue): string | undefined => {
    const own = key.startsWith(`${noun}.`) ? key.slice(noun.length + 1) : key;
    return t.has(own) ? t(own, params) : undefined;
  };
}
