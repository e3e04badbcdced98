"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitAmendmentWithdrawal } from "@/lib/features/contract/actions";
import { amendmentWithdrawSchema } from "@/lib/features/contract/schema";

type WithdrawAmendmentFormProps = {
  org: string;
  contract: { id: string; version: number };
  amendment: { id: string };
};

/** A withdrawn amendment remains readable and has no effect. */
export function WithdrawAmendmentForm({ org, contract, amendment }: WithdrawAmendmentFormProps) {
  const t = useTranslations("contract.amendments");
  const words = useTranslations("contract");
  const form = useServerForm({
    action: bindAction(submitAmendmentWithdrawal, org),
    schema: amendmentWithdrawSchema.pick({ reason: true }),
    labelOf: (path) => (path === "reason" ? t("withdraw.reason") : undefined),
  });
  return (
    <details open={form.state.status !== "idle" || undefined}>
      <summary className="muted py-2">{t("withdraw.open")}</summary>
      <FormProvider value={form}>
        <form key={form.key} {...form.props}>
          <FormNotice {...form.notice} />
          {form.state.status === "conflict" && (
            <p className="reason" role="alert">
              {words("changedMeanwhile")}
            </p>
          )}
          <input type="hidden" name="id" value={contract.id} />
          <input type="hidden" name="version" value={contract.version} />
          <input type="hidden" name="amendment" value={amendment.id} />
          <TextArea
            {...form.field("reason")}
            label={t("withdraw.reason")}
            hint={t("withdraw.hint")}
            dir="auto"
            required
          />
          <div className="form-end">
            <SubmitButton tone="irreversible" pending={form.pending}>
              {t("withdraw.act")}
            </SubmitButton>
          </div>
        </form>
      </FormProvider>
    </details>
  );
}
