"use client";

import { ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useIssueWords } from "@/components/form/use-issue-words";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { SubmitButton } from "@/components/ui/button";
import { IDLE } from "@/lib/forms/form-state";
import { submitMeasureRestore } from "@/lib/features/measure/actions";

/** Needs no reason: restoring removes the advice from the entries that name it. */
export function RestoreForm({ org, id, version }: { org: string; id: string; version: number }) {
  const t = useTranslations("measure.sheet");
  const [state, action, pending] = useActionState(bindAction(submitMeasureRestore, org), IDLE);
  const { lineOf } = useIssueWords(undefined, useNounIssues("measure"));
  const errors = state.status === "refused" ? state.issues.map((issue) => lineOf(issue.path, issue)) : [];
  return (
    <form action={action}>
      <FormNotice state={state} errors={errors} />
      {state.status === "conflict" && <p className="reason">{t("changedMeanwhile")}</p>}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton tone={undefined} icon={ArchiveRestore} pending={pending}>
        {t("restore")}
      </SubmitButton>
    </form>
  );
}
