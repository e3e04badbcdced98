"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome/outcome";

export function useFactorIssues() {
  const t = useTranslations("security.issues");
  return ({ key, params }: Issue) => (t.has(key) ? t(key, params) : undefined);
}
