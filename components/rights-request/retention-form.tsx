"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { HiddenInput } from "@/components/form/hidden-input";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { submitRetention } from "@/lib/features/rights-request/actions";
import { retentionRuleSchema } from "@/lib/features/rights-request/schema";

type RetentionFormProps = { org: string; rule: { retentionMonths: number; version: number } | null };

export function RetentionForm({ org, rule }: RetentionFormProps) {
  const t = useTranslations("rights-request");
  const form = useServerForm({
    action: bindAction(submitRetention, org),
    schema: retentionRuleSchema,
    initial: { retentionMonths: rule ? String(rule.retentionMonths) : "" },
    labelOf: (path) => (t.has(`retention.${path}`) ? t(`retention.${path}`) : undefined),
    describeIssue: useNounIssues("rights-request"),
  });
  return (
    <form key={form.key} {...form.props}>
      <HiddenInput form={form} name="version" value={rule?.version ?? 0} />
      <Line>
        <FormNotice {...form.notice} conflict={t("retention.changedMeanwhile")} />
        <TextInput
          {...form.field("retentionMonths")}
          inputMode="numeric"
          dir="ltr"
          narrow
          label={t("retention.retentionMonths")}
          hint={t("retention.hint")}
          required
        />
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t("form.save")}</SubmitButton>
          <LinkButton href={`/${org}/rights-requests`}>{t("form.cancel")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}
