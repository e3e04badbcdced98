"use client";

import { useLocale, useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { REMINDER_CHOICES } from "@/lib/domain/obligation/reminder-choice";
import { WEEKDAYS, WEEKLY_CHOICES } from "@/lib/domain/obligation/weekly";
import { CALENDAR_WORDS } from "@/lib/i18n/calendar-words";
import { saveReminders } from "@/lib/features/account/actions";
import { remindersSchema } from "@/lib/features/account/schema";
import { useAccountIssues } from "./use-account-issues";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

type ReminderChoice = Record<"channel" | "leads" | "weekly" | "weeklyDay" | "weeklyHour", string>;

/** Holds for every organisation of the person. */
export function RemindersForm(initial: ReminderChoice) {
  const t = useTranslations("account-page");
  const { weekdays } = CALENDAR_WORDS[useLocale()];
  const form = useServerForm({
    action: saveReminders,
    schema: remindersSchema,
    initial,
    describeIssue: useAccountIssues(),
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
      <Select
        {...form.field("weekly")}
        label={t("reminders.fields.weekly")}
        options={WEEKLY_CHOICES.map((value) => ({ value, label: t(`reminders.weekly.${value}`) }))}
      />
      <Select
        {...form.field("weeklyDay")}
        label={t("reminders.fields.weeklyDay")}
        options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdays[day - 1] ?? "" }))}
      />
      <Select
        {...form.field("weeklyHour")}
        label={t("reminders.fields.weeklyHour")}
        options={HOURS.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, "0")}:00` }))}
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("reminders.save")}</SubmitButton>
      </div>
    </form>
  );
}
