"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";

/** Words for the refusals of a request; what every form may refuse is left to it. */
export function useAuthorisationIssues() {
  const t = useTranslations("authorisation.refusals");
  return ({ key, params }: Issue): string | undefined => {
    const name = key.replace(/^authorisation\./, "");
    return key !== name && t.has(name) ? t(name, params) : undefined;
  };
}
