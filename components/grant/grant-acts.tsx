"use client";

import { RotateCcw, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { IdAct } from "@/components/form/id-act";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitRetry, submitRevocation } from "@/lib/features/grant/actions";
import { grantIdSchema, revokeSchema } from "@/lib/features/grant/schema";

type ActProps = { org: string; id: string };

export function RevokeGrant({ org, id }: ActProps) {
  const t = useTranslations("grant.revoke");
  const form = useServerForm({
    action: bindAction(submitRevocation, org),
    schema: revokeSchema,
    initial: { id },
    labelOf: (path) => (path === "reason" ? t("reason") : undefined),
    describeIssue: useNounIssues("grant"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <TextArea {...form.field("reason")} label={t("reason")} rows={2} dir="auto" required />
      <div className="form-end">
        <SubmitButton tone="irreversible" icon={UserX} pending={form.pending}>
          {t("act")}
        </SubmitButton>
      </div>
    </form>
  );
}

export function RetryGrant({ org, id }: ActProps) {
  const t = useTranslations("grant");
  const action = bindAction(submitRetry, org);
  return (
    <IdAct action={action} schema={grantIdSchema} noun="grant" id={id} icon={RotateCcw}>
      {t("retry")}
    </IdAct>
  );
}
