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
import { invite } from "@/lib/features/contact/actions";
import { contactInviteSchema } from "@/lib/features/contact/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";
import { useRoleChoices } from "./use-role-choices";

const LANGUAGES = LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }));
const typedSchema = contactInviteSchema.omit({ controllerId: true });
const LABELLED = new Set(["name", "email", "capacity", "role", "language"]);

type InviteFormProps = {
  org: string;
  controllerId: string;
  /** Language of the controller's own letters. */
  language: string;
};

export function InviteForm({ org, controllerId, language }: InviteFormProps) {
  const t = useTranslations("contact");
  const form = useServerForm({
    action: bindAction(invite, org),
    schema: typedSchema,
    initial: { language },
    labelOf: (path) => (LABELLED.has(path) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("contact"),
  });
  const { defaultValue: chosen, ...role } = form.field("role");
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="controllerId" value={controllerId} />
      <TextInput {...form.field("name")} label={t("fields.name")} autoComplete="off" required />
      <TextInput
        {...form.field("capacity")}
        label={t("fields.capacity")}
        hint={t("invite.capacityHint")}
        autoComplete="off"
        optional
      />
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
      <Select {...form.field("language")} label={t("fields.language")} options={LANGUAGES} narrow />
      <div className="form-end">
        <SubmitButton icon={Send} pending={form.pending}>
          {t("invite.act")}
        </SubmitButton>
        <LinkButton href={`/${org}/controllers/${controllerId}#contacts`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
