"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { type FormAction, useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { submitNightContact, submitNightContactChange } from "@/lib/features/night-contact/actions";
import { nightContactTypedSchema } from "@/lib/features/night-contact/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

const LANGUAGES = LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }));
const LABELLED = new Set(["position", "name", "role", "phone", "email", "language", "hours"]);

type NightContactFormProps = {
  org: string;
  controllerId: string;
  /** Id and version of the one that is changed; none for another. */
  changed?: { id: string; version: number };
  initial: Record<string, string | number>;
};

export function NightContactForm({ org, controllerId, changed, initial }: NightContactFormProps) {
  const t = useTranslations("night-contact");
  const action: FormAction = bindAction(changed ? submitNightContactChange : submitNightContact, org);
  const form = useServerForm({
    action,
    schema: nightContactTypedSchema,
    initial,
    labelOf: (path) => (LABELLED.has(path) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("night-contact"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      {changed ? (
        <>
          <input type="hidden" name="id" value={changed.id} />
          <input type="hidden" name="version" value={changed.version} />
        </>
      ) : (
        <input type="hidden" name="controllerId" value={controllerId} />
      )}
      <TextInput {...form.field("name")} label={t("fields.name")} autoComplete="off" required />
      <TextInput {...form.field("role")} label={t("fields.role")} autoComplete="off" optional />
      <TextInput
        {...form.field("phone")}
        label={t("fields.phone")}
        hint={t("hints.phone")}
        type="tel"
        dir="ltr"
        autoComplete="off"
      />
      <TextInput
        {...form.field("email")}
        label={t("fields.email")}
        hint={t("hints.email")}
        type="email"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Select {...form.field("language")} label={t("fields.language")} options={LANGUAGES} narrow />
      <TextInput
        {...form.field("hours")}
        label={t("fields.hours")}
        hint={t("hints.hours")}
        autoComplete="off"
        optional
      />
      <TextInput
        {...form.field("position")}
        label={t("fields.position")}
        hint={t("hints.position")}
        inputMode="numeric"
        autoComplete="off"
        optional
      />
      <div className="form-end">
        <SubmitButton icon={Check} pending={form.pending}>
          {t(changed ? "change.act" : "add.act")}
        </SubmitButton>
        <LinkButton href={`/${org}/controllers/${controllerId}#night`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
