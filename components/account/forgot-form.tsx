"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { submitPasswordReset } from "@/lib/features/account/actions";
import { forgotSchema } from "@/lib/features/account/schema";
import { InPlaceOfForm } from "@/components/form/in-place-of-form";

/** Answers alike whether or not the address has an account. */
export function ForgotForm() {
  const t = useTranslations("account-page");
  const form = useServerForm({
    action: submitPasswordReset,
    schema: forgotSchema,
    describeIssue: ({ key }) => (key === "tooManyTries" ? t("forgot.locked") : undefined),
  });
  const { state } = form;
  const back = <LinkButton href="/sign-in">{t("forgot.back")}</LinkButton>;
  if (state.status === "done")
    return (
      <InPlaceOfForm
        title={t("forgot.sentTitle")}
        texts={[
          t.rich("forgot.sent", { email: () => <bdi>{state.once?.[0]}</bdi> }),
          t("forgot.sentNothing"),
        ]}
        actions={back}
      />
    );
  return (
    <form {...form.props}>
      <FormNotice state={state} errors={form.errors} />
      <TextInput
        {...form.field("email")}
        type="email"
        label={t("profile.fields.email")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("forgot.act")}</SubmitButton>
        {back}
      </div>
    </form>
  );
}
