"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext, type ReactNode } from "react";
import type { FormState } from "@/lib/forms/form-state";
import type { Issue } from "@/lib/domain/outcome/outcome";

const RefusedContext = createContext<readonly Issue[]>([]);

/** Provides a form's refusals to the fields within it. */
export function RefusedFields({ state, children }: { state: FormState; children: ReactNode }) {
  const issues = state.status === "refused" ? state.issues : [];
  return <RefusedContext value={issues}>{children}</RefusedContext>;
}

export function useRefusedWords(): (path: string) => string | undefined {
  const t = useTranslations("import-page");
  const issues = useContext(RefusedContext);
  return (path) => {
    const issue = issues.find((one) => one.path === path);
    return issue && t.has(`errors.${issue.key}`) ? t(`errors.${issue.key}`, issue.params) : undefined;
  };
}
