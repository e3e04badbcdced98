"use client";

import { RotateCcw, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
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
    say: useNounIssues("grant"),
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
  const form = useServerForm({
    action: bindAction(submitRetry, org),
    schema: grantIdSchema,
    say: useNounIssues("grant"),
  });
  return (
    <form {...form.props} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton icon={RotateCcw} pending={form.pending}>
        {t("retry")}
      </SubmitButton>
    </form>
  );
}
