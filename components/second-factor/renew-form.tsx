"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { renewCodes } from "@/lib/features/second-factor/actions";
import { passwordSchema } from "@/lib/features/second-factor/schema";
import { PasswordField } from "./password-field";
import { RecoveryCodes } from "./recovery-codes";
import { useFactorIssues } from "./use-factor-issues";

/** Warns first: new codes invalidate the old ones. */
export function RenewForm({ asksPassword, recoveryLeft }: { asksPassword: boolean; recoveryLeft: number }) {
  const t = useTranslations("security");
  const form = useServerForm({
    action: renewCodes,
    schema: passwordSchema,
    labelOf: (path) => (path === "password" ? t("password") : undefined),
    describeIssue: useFactorIssues(),
  });
  const { state } = form;
  if (state.status === "done" && state.once)
    return <RecoveryCodes codes={state.once} next="/account/second-factor" />;
  return (
    <form {...form.props}>
      <FormNotice state={state} errors={form.errors} />
      <p className="prose-line mt-3">{t("renew.text", { count: recoveryLeft })}</p>
      {asksPassword && <PasswordField form={form} />}
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("renew.act")}</SubmitButton>
        <LinkButton href="/account/second-factor">{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
