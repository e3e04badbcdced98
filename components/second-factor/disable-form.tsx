"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { disableAuthenticator } from "@/lib/features/second-factor/actions";
import { disableSchema } from "@/lib/features/second-factor/schema";
import { CodeField } from "./code-field";
import { PasswordField } from "./password-field";
import { useFactorIssues } from "./use-factor-issues";

/** Requires password and code: neither an open screen nor a stolen telephone suffices. */
export function DisableForm() {
  const t = useTranslations("security");
  const labels: Record<string, string> = { password: t("password"), code: t("step.code") };
  const form = useServerForm({
    action: disableAuthenticator,
    schema: disableSchema,
    labelOf: (path) => labels[path],
    describeIssue: useFactorIssues(),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <PasswordField form={form} hint={t("disable.passwordHint")} />
      <CodeField form={form} label={t("step.code")} hint={t("disable.codeHint")} />
      <div className="form-end">
        <SubmitButton tone="irreversible" pending={form.pending}>
          {t("disable.act")}
        </SubmitButton>
        <LinkButton href="/account/second-factor">{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
