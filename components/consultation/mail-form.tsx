"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { submitMailing } from "@/lib/features/consultation/actions";
import { consultationIdSchema } from "@/lib/features/consultation/schema";

export function MailForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("consultation.sending");
  const form = useServerForm({
    action: bindAction(submitMailing, org),
    schema: consultationIdSchema.partial(),
    initial: {},
    labelOf: () => undefined,
    describeIssue: useNounIssues("consultation"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton icon={Mail} pending={form.pending}>
        {t("mailAct")}
      </SubmitButton>
    </form>
  );
}
