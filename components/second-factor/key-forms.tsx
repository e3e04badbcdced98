"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { submitPasskeyRemoval, saveKeyName } from "@/lib/features/second-factor/actions";
import { passkeyNameSchema, passwordSchema } from "@/lib/features/second-factor/schema";
import { PasswordField } from "./password-field";
import { useFactorIssues } from "./use-factor-issues";

export function RenameKeyForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations("security");
  const form = useServerForm({
    action: saveKeyName,
    schema: passkeyNameSchema,
    initial: { name },
    labelOf: (path) => (path === "name" ? t("keys.name") : undefined),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <TextInput
        {...form.field("name")}
        label={t("keys.name")}
        hint={t("keys.nameHint")}
        maxLength={60}
        required
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("keys.rename")}</SubmitButton>
        <LinkButton href="/account/second-factor">{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}

/** Removes the key from the server; the device may still offer it. */
export function RemoveKeyForm({ id, asksPassword }: { id: string; asksPassword: boolean }) {
  const t = useTranslations("security");
  const form = useServerForm({
    action: submitPasskeyRemoval,
    schema: passwordSchema,
    labelOf: (path) => (path === "password" ? t("password") : undefined),
    describeIssue: useFactorIssues(),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <p className="prose-line mt-3">{t("keys.removeText")}</p>
      {asksPassword && <PasswordField form={form} />}
      <div className="form-end">
        <SubmitButton tone="irreversible" pending={form.pending}>
          {t("keys.remove")}
        </SubmitButton>
      </div>
    </form>
  );
}
