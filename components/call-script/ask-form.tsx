"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { askApproval } from "@/lib/features/call-script/actions";
import { callScriptRequestSchema } from "@/lib/features/call-script/schema";

type AskFormProps = { org: string; script: { id: string; version: number; edition: number } };

export function AskForm({ org, script: { id, version, edition } }: AskFormProps) {
  const t = useTranslations("call-script");
  const form = useServerForm({
    action: bindAction(askApproval, org),
    schema: callScriptRequestSchema,
    describeIssue: useNounIssues("call-script"),
  });
  return (
    <form {...form.props} key={form.key} className="mt-3 print:hidden">
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton icon={Send} pending={form.pending}>
        {t("approval.ask", { edition })}
      </SubmitButton>
    </form>
  );
}
