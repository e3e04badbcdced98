"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome/outcome";

const PREFIX = "thread.";

export function useThreadIssues() {
  const t = useTranslations("thread.issues");
  return ({ key, params }: Issue): string | undefined =>
    key.startsWith(PREFIX) ? t(key.slice(PREFIX.length), params) : undefined;
}
