"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome/outcome";
import { formatList } from "@/lib/i18n/format";

/** Names the missing requirements of a refused use; leaves other issues to the form. */
export function useUseRefusal(): (issue: Issue) => string | undefined {
  const t = useTranslations("record.requirements");
  const form = useTranslations("form.errors");
  const locale = useLocale();
  return ({ key, params }) => {
    if (key !== "subProcessorInactive") return undefined;
    const requirements = String(params?.missing).split(",") as "contract"[];
    const missing = formatList(
      requirements.map((requirement) => t(requirement)),
      locale,
    );
    return form(key, { name: String(params?.name), missing });
  };
}
