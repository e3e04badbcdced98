"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";

const ISSUES = ["recordsStillOpen", "contractsStillBind"] as const;

/** Words for what only a controller can be refused for. */
export function useControllerIssues() {
  const t = useTranslations("controller");
  return ({ key, params }: Issue): string | undefined => {
    const known = ISSUES.find((issue) => `controller.${issue}` === key);
    return known && t(`issues.${known}`, params);
  };
}
