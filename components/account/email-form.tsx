"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { submitEmailChange } from "@/lib/features/account/actions";
import { emailChangeSchema } from "@/lib/features/account/schema";
import { InPlaceOfForm } from "@/components/form/in-place-of-form";
import { secretField } from "./secret-field";
import { useAccountIssues } from "./use-account-issues";

/** The address changes only when its own mailbox confirms it. */
export function EmailForm() {
  const t = useTranslations("account-page");
  const form = useServerForm({
    action: submitEmailChange,
    schema: emailChangeSchema,
    labelOf: (path) => (t.has(`email.fields.${path}`) ? t(`email.fields.${path}`) : undefined),
    describeIssue: useAccountIssues(),
  });
  const { state } = form;
  const back = <LinkButton href="/account">{t("email.cancel")}</LinkButton>;
  if (state.status === "done")
    return (
      <InPlaceOfForm
        title={t.rich("email.sentTitle", { email: () => <bdi>{state.once?.[0]}</bdi> })}
        texts={[t("email.sent"), t("email.sentNothing")]}
        actions={back}
      />
    );
  return (
    <form {...form.props}>
      <FormNotice state={state} errors={form.errors} />
      <TextInput
        {...form.field("email")}
        type="email"
        label={t("email.fields.email")}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
      />
      <TextInput
        {...secretField(form, "currentPassword")}
        label={t("email.fields.currentPassword")}
        hint={t("email.passwordHint")}
        autoComplete="current-password"
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("email.act")}</SubmitButton>
        {back}
      </div>
    </form>
  );
}
