"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { REMINDER_CHOICES } from "@/lib/domain/obligation/reminder-choice";
import { saveReminders } from "@/lib/features/account/actions";
import { remindersSchema } from "@/lib/features/account/schema";
import { useAccountIssues } from "./use-account-issues";

/** Holds for every organisation of the person. */
export function RemindersForm(initial: { channel: string; leads: string }) {
  const t = useTranslations("account-page");
  const form = useServerForm({
    action: saveReminders,
    schema: remindersSchema,
    initial,
    say: useAccountIssues(),
    labelOf: (path) => (t.has(`reminders.fields.${path}`) ? t(`reminders.fields.${path}`) : undefined),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} done={t("reminders.saved")} />
      <Select
        {...form.field("channel")}
        label={t("reminders.fields.channel")}
        options={REMINDER_CHOICES.map((value) => ({ value, label: t(`reminders.channels.${value}`) }))}
      />
      <TextInput
        {...form.field("leads")}
        label={t("reminders.fields.leads")}
        hint={t("reminders.leadsHint")}
        dir="ltr"
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("reminders.save")}</SubmitButton>
      </div>
    </form>
  );
}
