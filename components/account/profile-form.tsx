"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { saveProfile } from "@/lib/features/account/actions";
import { profileSchema } from "@/lib/features/account/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

type ProfileFormProps = { name: string; locale: string };

/** Names each language in itself, for readers who do not know the current one. */
export function ProfileForm(initial: ProfileFormProps) {
  const t = useTranslations("account-page");
  const form = useServerForm({
    action: saveProfile,
    schema: profileSchema,
    initial,
    labelOf: (path) => (t.has(`profile.fields.${path}`) ? t(`profile.fields.${path}`) : undefined),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} done={t("profile.saved")} />
      <TextInput
        {...form.field("name")}
        label={t("profile.fields.name")}
        hint={t("profile.nameHint")}
        autoComplete="name"
        dir="auto"
        required
      />
      <Select
        {...form.field("locale")}
        label={t("profile.fields.locale")}
        hint={t("profile.localeHint")}
        narrow
        options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("profile.save")}</SubmitButton>
      </div>
    </form>
  );
}
