"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { completeSetup } from "@/lib/features/setup/actions";
import { setupSchema } from "@/lib/features/setup/schema";

type SetupFormProps = { token: string; identity: ReactNode; dpo: ReactNode };

// The token is sent with the form without being one of its fields.
const typedSchema = setupSchema.omit({ token: true });

export function SetupForm({ token, identity, dpo }: SetupFormProps) {
  const t = useTranslations("setup");
  const organisation = useTranslations("organisation.fields");
  const labelOf = (path: string) =>
    organisation.has(path) ? organisation(path) : t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined;
  const form = useServerForm({ action: completeSetup, schema: typedSchema, labelOf });
  const { error: _none, ...example } = form.choice("fillExample");
  return (
    <FormProvider value={form}>
      <form {...form.props}>
        <FormNotice state={form.state} errors={form.errors} />
        <input type="hidden" name="token" value={token} />
        <Step title={t("parts.organisation")} article={t("articles.organisation")}>
          {identity}
        </Step>
        <Step title={t("parts.dpo")} article={t("articles.dpo")}>
          {dpo}
        </Step>
        <Step title={t("parts.account")} article={t("articles.account")}>
          <AccountFields form={form} />
        </Step>
        <Step title={t("parts.example")} article={t("articles.example")}>
          <div className="input">
            <Checkbox {...example} label={t("fields.fillExample")} hint={t("hints.fillExample")} />
          </div>
        </Step>
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t("act")}</SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}

function AccountFields({ form: { field } }: { form: ReturnType<typeof useServerForm> }) {
  const t = useTranslations("setup");
  // Passwords are never sent back, by the server or the page.
  const { defaultValue: _never, ...password } = field("password");
  return (
    <>
      <TextInput {...field("personName")} label={t("fields.personName")} autoComplete="name" required />
      <TextInput
        {...field("personEmail")}
        label={t("fields.personEmail")}
        hint={t("hints.personEmail")}
        type="email"
        autoComplete="username"
        dir="ltr"
        required
      />
      <TextInput
        {...password}
        label={t("fields.password")}
        hint={t("hints.password")}
        type="password"
        autoComplete="new-password"
        dir="ltr"
        required
      />
    </>
  );
}

function Step({ title, article, children }: { title: string; article: string; children: ReactNode }) {
  return (
    <section className="mt-7">
      <h2>{title}</h2>
      <p className="muted small">{article}</p>
      {children}
    </section>
  );
}
