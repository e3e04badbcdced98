"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";

const PREFIX = "member.";

/** Words for what only a member, or an invitation to become one, can be refused for. */
export function useMemberIssues() {
  const t = useTranslations("member");
  return ({ key, params }: Issue): string | undefined =>
    key.startsWith(PREFIX) ? t(`issues.${key.slice(PREFIX.length)}`, params) : undefined;
}
