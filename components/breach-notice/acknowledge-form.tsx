"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { submitAcknowledgement } from "@/lib/features/breach-notice/actions";
import { noticeAcknowledgeSchema } from "@/lib/features/breach-notice/schema";

/** Proves receipt, and commits the controller to nothing. */
export function AcknowledgeForm({ contact, id }: { contact: string; id: string }) {
  const t = useTranslations("breach-notice");
  const form = useServerForm({
    action: bindAction(submitAcknowledgement, contact),
    schema: noticeAcknowledgeSchema,
    describeIssue: useNounIssues("breach-notice"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton icon={Check} pending={form.pending}>
        {t("portal.acknowledge")}
      </SubmitButton>
    </form>
  );
}
