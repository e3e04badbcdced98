"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { askOwnKey, confirmWithCode, confirmWithKey } from "@/lib/features/second-factor/actions";
import { codeSchema } from "@/lib/features/second-factor/schema";
import { CodeField } from "./code-field";
import { PasskeyButton } from "./passkey-button";
import { useFactorIssues } from "./use-factor-issues";

type ConfirmFormProps = { hasTotp: boolean; hasPasskey: boolean; next: string | null };

/** Asks a password-only session for its second factor. */
export function ConfirmForm({ hasTotp, hasPasskey, next }: ConfirmFormProps) {
  const t = useTranslations("security.step");
  const label = t(hasTotp ? "code" : "recoveryOnly");
  const form = useServerForm({
    action: confirmWithCode,
    schema: codeSchema,
    labelOf: (path) => (path === "code" ? label : undefined),
    describeIssue: useFactorIssues(),
  });
  return (
    <>
      {hasPasskey && (
        <PasskeyButton
          label={t("passkey")}
          ask={askOwnKey}
          answer={(response) => confirmWithKey(response, next ?? "/")}
        />
      )}
      <form {...form.props}>
        <FormNotice state={form.state} errors={form.errors} />
        {next && <input type="hidden" name="next" value={next} />}
        <CodeField form={form} label={label} hint={t(hasTotp ? "codeHint" : "recoveryHint")} />
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t("act")}</SubmitButton>
        </div>
      </form>
    </>
  );
}
