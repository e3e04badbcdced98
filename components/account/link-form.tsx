"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormNotice } from "@/components/form/form-notice";
import { useIssueWords } from "@/components/form/use-issue-words";
import { SubmitButton } from "@/components/ui/button";
import { IDLE } from "@/lib/forms/form-state";
import { confirmEmail, submitEmailRevocation } from "@/lib/features/account/actions";
import { StaleLink } from "./stale-link";
import { useAccountIssues } from "./use-account-issues";

const ACTS = {
  "email-change": { action: confirmEmail, word: "confirm.act" },
  "email-keep": { action: submitEmailRevocation, word: "keep.act" },
  "email-restore": { action: submitEmailRevocation, word: "restore.act" },
} as const;

/** Requires a press: mail programs fetch links, and a GET must change nothing. */
export function LinkForm({ kind, token }: { kind: keyof typeof ACTS; token: string }) {
  const t = useTranslations("account-page");
  const { action: act, word } = ACTS[kind];
  const [state, action, pending] = useActionState(act, IDLE);
  const { lineOf } = useIssueWords(undefined, useAccountIssues());
  if (state.status === "not-found") return <StaleLink state="expired" kind={kind} />;
  const issues = state.status === "refused" ? state.issues : [];
  return (
    <form action={action}>
      <FormNotice state={state} errors={issues.map((issue) => lineOf("", issue))} />
      <input type="hidden" name="token" value={token} />
      <div className="form-end">
        <SubmitButton pending={pending}>{t(word)}</SubmitButton>
      </div>
    </form>
  );
}
