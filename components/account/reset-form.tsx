"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { chooseNewPassword } from "@/lib/features/account/actions";
import { resetSchema } from "@/lib/features/account/schema";
import { secretField } from "./secret-field";
import { StaleLink } from "./stale-link";

// The token is sent with the form without being one of its fields.
const typedSchema = resetSchema.omit({ token: true });

/** Spends the link; a refused password leaves it valid. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("account-page");
  const form = useServerForm({ action: chooseNewPassword, schema: typedSchema });
  if (form.state.status === "not-found") return <StaleLink state="expired" kind="password-reset" />;
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextInput
        {...secretField(form, "newPassword")}
        label={t("password.fields.newPassword")}
        hint={t("password.hint")}
        autoComplete="new-password"
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("reset.act")}</SubmitButton>
      </div>
    </form>
  );
}
