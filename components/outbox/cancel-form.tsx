"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitLetterCancellation } from "@/lib/features/outbox/actions";
import { letterCancelSchema } from "@/lib/features/outbox/schema";

const typedSchema = letterCancelSchema.pick({ reason: true });

/** Requires a reason for the journal. */
export function CancelForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("outbox");
  const form = useServerForm({
    action: bindAction(submitLetterCancellation, org),
    schema: typedSchema,
    labelOf: (path) => (path === "reason" ? t("cancel.reason") : undefined),
    describeIssue: useNounIssues("outbox"),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <TextArea
        {...form.field("reason")}
        label={t("cancel.reason")}
        hint={t("cancel.reasonHint")}
        rows={2}
        required
      />
      <div className="form-end">
        <SubmitButton tone="irreversible" pending={form.pending}>
          {t("cancel.act")}
        </SubmitButton>
      </div>
    </form>
  );
}
