"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { SubmitButton } from "@/components/ui/button";
import { submitAcknowledgement } from "@/lib/features/internal-note/actions";
import { IDLE } from "@/lib/forms/form-state";

/** Opens the notes of a row, which notes that the mention was read: a form, because reading a page changes nothing. */
export function MentionForm({ org, mention, label }: { org: string; mention: string; label: string }) {
  const t = useTranslations("internal-note");
  const [state, action, pending] = useActionState(bindAction(submitAcknowledgement, org), IDLE);
  return (
    <form action={action} className="print:hidden">
      <FormNotice state={state} />
      <input type="hidden" name="mention" value={mention} />
      <SubmitButton tone="bare" pending={pending}>
        {t("mentions.read", { label })}
      </SubmitButton>
    </form>
  );
}
