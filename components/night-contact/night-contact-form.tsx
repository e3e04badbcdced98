"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import type { FormAction } from "@/components/form/use-server-form";
import { Select, TextInput } from "@/components/ui/text-input";
import { submitNightContact, submitNightContactChange } from "@/lib/features/night-contact/actions";
import { nightContactTypedSchema } from "@/lib/features/night-contact/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

const LANGUAGES = LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }));
const NAMES = ["name", "role", "phone", "email", "language", "hours", "position"] as const;

type NightContactFormProps = {
  org: string;
  controllerId: string;
  /** Id and version of the one that is changed; none for another. */
  changed?: { id: string; version: number };
  initial: Record<string, string | number>;
};

export function NightContactForm({ org, controllerId, changed, initial }: NightContactFormProps) {
  const t = useTranslations("night-contact");
  const labels: Readonly<Record<string, string>> = Object.fromEntries(
    NAMES.map((name) => [name, t(`fields.${name}`)]),
  );
  const action: FormAction = bindAction(changed ? submitNightContactChange : submitNightContact, org);
  const form = useFlatForm({
    action,
    schema: nightContactTypedSchema,
    names: NAMES,
    initial,
    version: changed?.version,
    labelOf: (path) => labels[path],
    describeIssue: useNounIssues("night-contact"),
  });
  return (
    <FlatForm
      form={form}
      subject={String(initial.name ?? "")}
      labels={labels}
      read={readField}
      saved={changed ? { id: changed.id } : null}
      back={`/${org}/controllers/${controllerId}#night`}
      act={t(changed ? "change.act" : "add.act")}
      cancel={t("back")}
    >
      {!changed && <input type="hidden" name="controllerId" value={controllerId} />}
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
    </FlatForm>
  );
}

function readField(name: string, value: unknown): string {
  const text = value === undefined || value === null ? "" : String(value);
  return name === "language" ? (LANGUAGES.find((one) => one.value === text)?.label ?? text) : text;
}
