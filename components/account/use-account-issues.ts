"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome/outcome";

export function useAccountIssues() {
  const t = useTranslations("account-page");
  return ({ key }: Issue) => (t.has(`errors.${key}`) ? t(`errors.${key}`) : undefined);
}
