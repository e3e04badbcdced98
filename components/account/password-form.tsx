"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { savePassword } from "@/lib/features/account/actions";
import { passwordChangeSchema } from "@/lib/features/account/schema";
import { InPlaceOfForm } from "@/components/form/in-place-of-form";
import { secretField } from "./secret-field";
import { useAccountIssues } from "./use-account-issues";

/** `email` lets the browser's password manager match the account. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account-page");
  const form = useServerForm({
    action: savePassword,
    schema: passwordChangeSchema,
    labelOf: (path) => (t.has(`password.fields.${path}`) ? t(`password.fields.${path}`) : undefined),
    describeIssue: useAccountIssues(),
  });
  if (form.state.status === "done")
    return <InPlaceOfForm title={t("password.doneTitle")} texts={[t("password.done")]} />;
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextInput
        {...secretField(form, "currentPassword")}
        label={t("password.fields.currentPassword")}
        hint={
          <Link href="/forgot-password" prefetch={false}>
            {t("password.forgotten")}
          </Link>
        }
        autoComplete="current-password"
      />
      <TextInput
        {...secretField(form, "newPassword")}
        label={t("password.fields.newPassword")}
        hint={t("password.hint")}
        autoComplete="new-password"
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("password.act")}</SubmitButton>
      </div>
    </form>
  );
}
