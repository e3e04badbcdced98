"use client";

import { useTranslations } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { FormNotice } from "@/components/form/form-notice";
import { useIssueWords } from "@/components/form/use-issue-words";
import { ErrorSummary, type FieldError } from "@/components/ui/error-summary";
import type { FormState } from "@/lib/forms/form-state";
import type { Issue } from "@/lib/domain/outcome/outcome";
import { isOutdated } from "./use-import-form";

type ImportNoticeProps = { state: FormState; done?: ReactNode };

export function ImportNotice({ state, done }: ImportNoticeProps) {
  const t = useTranslations("import-page");
  const translate = ({ key, params }: Issue) =>
    t.has(`errors.${key}`) ? t(`errors.${key}`, params) : undefined;
  const { wordsOf } = useIssueWords(undefined, translate);
  const issues = state.status === "refused" ? state.issues : [];
  const errors = useStable(
    issues.map((issue) => ({ field: issue.path, text: wordsOf(issue) })),
    state,
  );
  if (isOutdated(state)) return <ErrorSummary errors={errors} title={t("file.safe")} />;
  return <FormNotice state={state} errors={errors} done={done} />;
}

/** Returns one array per answer: the summary takes the focus whenever it changes. */
function useStable(errors: FieldError[], state: FormState): FieldError[] {
  const written = JSON.stringify(errors);
  return useMemo(
    () => (state.status === "refused" ? (JSON.parse(written) as FieldError[]) : []),
    [written, state],
  );
}
