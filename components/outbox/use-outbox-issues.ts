"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";

const PREFIX = "outbox.";

/** Words for what only a letter can be refused for. */
export function useOutboxIssues() {
  const t = useTranslations("outbox");
  return ({ key, params }: Issue): string | undefined =>
    key.startsWith(PREFIX) ? t(`issues.${key.slice(PREFIX.length)}`, params) : undefined;
}
