"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";

/** Words for what only a controller can be refused for. */
export function useControllerIssues() {
  const t = useTranslations("controller");
  return ({ key, params }: Issue): string | undefined =>
    key === "controller.recordsStillOpen" ? t("issues.recordsStillOpen", params) : undefined;
}
