"use client";

import { useTranslations } from "next-intl";
import type { useServerForm } from "@/components/form/use-server-form";
import { TextInput } from "@/components/ui/text-input";

type Form = ReturnType<typeof useServerForm>;

/** A day and an hour on the clock of Casablanca. */
export function InstantPair({
  form,
  day,
  hour,
  today,
}: {
  form: Form;
  day: string;
  hour: string;
  today: string;
}) {
  const t = useTranslations("breach.form");
  return (
    <div className="pair">
      <TextInput {...form.field(day)} type="date" max={today} narrow label={t(`labels.${day}`)} />
      <TextInput
        {...form.field(hour)}
        type="time"
        narrow
        label={t(`labels.${hour}`)}
        hint={t("casablanca")}
      />
    </div>
  );
}
