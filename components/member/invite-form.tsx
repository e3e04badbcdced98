"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { Select, TextInput } from "@/components/ui/text-input";
import { invite } from "@/lib/features/member/actions";
import { inviteSchema } from "@/lib/features/member/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";
import { OwnPassword } from "@/components/form/own-password";
import { useRoleChoices } from "./use-role-choices";

const LANGUAGES = LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }));
const LABELLED = new Set(["name", "email", "role", "locale"]);

export function InviteForm({ org }: { org: string }) {
  const t = useTranslations("member");
  const form = useServerForm({
    action: bindAction(invite, org),
    schema: inviteSchema,
    initial: { locale: "fr" },
    labelOf: (path) =>
      path === "password" ? t("ownPassword.label") : LABELLED.has(path) ? t(`fields.${path}`) : undefined,
    describeIssue: useNounIssues("member"),
  });
  const { defaultValue: chosen, ...role } = form.field("role");
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <TextInput {...form.field("name")} label={t("fields.name")} autoComplete="off" required />
      <TextInput
        {...form.field("email")}
        label={t("fields.email")}
        hint={t("invite.emailHint")}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
      />
      <RadioChoice {...role} label={t("fields.role")} choices={useRoleChoices()} defaultValue={chosen} />
      <Select
        {...form.field("locale")}
        label={t("fields.locale")}
        hint={t("invite.localeHint")}
        options={LANGUAGES}
        narrow
      />
      <OwnPassword form={form} label={t("ownPassword.label")} hint={t("ownPassword.hint")} />
      <div className="form-end">
        <SubmitButton icon={Send} pending={form.pending}>
          {t("invite.act")}
        </SubmitButton>
        <LinkButton href={`/${org}/members`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
