"use client";

import { useTranslations } from "next-intl";
import type { FieldError } from "@/components/ui/error-summary";
import type { Issue } from "@/lib/domain/outcome/outcome";

type Label = (path: string) => string | undefined;
type Translate = (issue: Issue) => string | undefined;

export function useIssueWords(labelOf?: Label, translate?: Translate) {
  const t = useTranslations("form");
  const wordsOf = (issue: Issue): string => translate?.(issue) ?? t(knownKey(t, issue.key), issue.params);
  const labelled = (path: string, reason: string): FieldError => {
    const label = labelOf?.(path);
    if (!label) return { field: path, text: reason };
    // No colon follows a question.
    const text = /[?؟]$/u.test(label) ? `${label} ${reason}` : t("summaryLine", { label, reason });
    return { field: path, text };
  };
  const lineOf = (path: string, issue: Issue): FieldError => labelled(path, wordsOf(issue));
  return { wordsOf, labelled, lineOf };
}

/** Falls back to a general reason, so that no raw key is shown. */
function knownKey(t: { has: (key: string) => boolean }, key: string): string {
  return t.has(`errors.${key}`) ? `errors.${key}` : "errors.invalid";
}
