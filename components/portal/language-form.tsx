"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";
import { saveOwnLanguage } from "@/lib/features/portal/actions";
import { ownLanguageSchema } from "@/lib/features/portal/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

const LANGUAGES = LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }));

export function LanguageForm({ contact, language }: { contact: string; language: string }) {
  const t = useTranslations("portal");
  const form = useServerForm({
    action: bindAction(saveOwnLanguage, contact),
    schema: ownLanguageSchema,
    initial: { language },
    labelOf: () => t("me.language"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <Select {...form.field("language")} label={t("me.language")} options={LANGUAGES} narrow />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("me.save")}</SubmitButton>
      </div>
    </form>
  );
}
