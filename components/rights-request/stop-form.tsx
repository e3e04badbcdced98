"use client";

import { Hand } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitStopAnswer } from "@/lib/features/rights-request/actions";
import { stopAnswerSchema } from "@/lib/features/rights-request/schema";

/** Offers both answers: the words are an objection, or they are none and somebody says why. */
export function StopForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("rights-request.stopQuestion");
  const form = useServerForm({
    action: bindAction(submitStopAnswer, org),
    schema: stopAnswerSchema,
    labelOf: (path) => (path === "reason" ? t("reason") : undefined),
    describeIssue: useNounIssues("rights-request"),
  });
  return (
    <form key={form.key} {...form.props} className="mt-2 print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton name="answer" value="stop-meant" icon={Hand} pending={form.pending}>
        {t("meant")}
      </SubmitButton>
      <TextArea
        {...form.field("reason")}
        id="stop-reason"
        label={t("reason")}
        hint={t("reasonHint")}
        rows={2}
        dir="auto"
      />
      <SubmitButton name="answer" value="stop-not-meant" tone="bare" pending={form.pending}>
        {t("notMeant")}
      </SubmitButton>
    </form>
  );
}
