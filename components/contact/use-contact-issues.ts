"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";

const PREFIX = "contact.";

/** Words for what only a controller's contact can be refused for. */
export function useContactIssues() {
  const t = useTranslations("contact");
  return ({ key, params }: Issue): string | undefined =>
    key.startsWith(PREFIX) ? t(`issues.${key.slice(PREFIX.length)}`, params) : undefined;
}
