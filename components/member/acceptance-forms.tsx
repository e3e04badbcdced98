"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Button, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { joinAsNewcomer, joinSignedIn, switchAccount } from "@/lib/features/member/actions";
import { newcomerSchema } from "@/lib/features/member/schema";
import { PlainAct } from "./plain-act";

const typedSchema = newcomerSchema.omit({ token: true });

/** Uses the invited address, which cannot be changed. */
export function NewcomerForm({ token, name, email }: { token: string; name: string; email: string }) {
  const t = useTranslations("member");
  const form = useServerForm({
    action: joinAsNewcomer,
    schema: typedSchema,
    initial: { name },
    labelOf: (path) => (path === "name" || path === "password" ? t(`door.${path}`) : undefined),
    describeIssue: useNounIssues("member"),
  });
  // Passwords are never sent back, by the server or the page.
  const { defaultValue: _never, ...password } = form.field("password");
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="token" value={token} />
      <TextInput
        name="username"
        label={t("fields.email")}
        type="email"
        defaultValue={email}
        autoComplete="username"
        dir="ltr"
        readOnly
      />
      <TextInput {...form.field("name")} label={t("door.name")} autoComplete="name" required />
      <TextInput
        {...password}
        label={t("door.password")}
        hint={t("door.passwordHint")}
        type="password"
        autoComplete="new-password"
        dir="ltr"
        required
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("door.join")}</SubmitButton>
      </div>
    </form>
  );
}

export function AcceptForm({ token }: { token: string }) {
  const t = useTranslations("member");
  return (
    <PlainAct action={joinSignedIn} about={{ token }} tone="go">
      {t("door.act")}
    </PlainAct>
  );
}

/** Ends the current session; the link then continues. */
export function SwitchAccountForm({ token }: { token: string }) {
  const t = useTranslations("member");
  return (
    <form action={switchAccount} className="form-end">
      <input type="hidden" name="token" value={token} />
      <Button type="submit" tone="go">
        {t("door.switch")}
      </Button>
    </form>
  );
}
