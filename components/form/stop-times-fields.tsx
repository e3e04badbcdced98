import { useLocale, useTranslations } from "next-intl";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { TextInput } from "@/components/ui/text-input";
import { WEEKDAYS } from "@/lib/domain/choice/stop-times";
import { CALENDAR_WORDS } from "@/lib/i18n/calendar-words";
import { capitalise } from "@/lib/i18n/format";
import type { useServerForm } from "./use-server-form";

type StopTimesFieldsProps = {
  form: ReturnType<typeof useServerForm>;
  /** The times that are proposed may refuse more than the person said. */
  mayTakeMore?: boolean;
};

/** Asks for the times to which an objection is limited: days, a part of the day, a last day. */
export function StopTimesFields({ form, mayTakeMore = false }: StopTimesFieldsProps) {
  const t = useTranslations("ui.times");
  const locale = useLocale();
  return (
    <fieldset className="mt-6">
      <legend>{t("legend")}</legend>
      <p className="muted">{t("hint")}</p>
      {mayTakeMore && <p>{t("mayTakeMore")}</p>}
      <CheckboxList
        name="barredDays"
        label={t("barredDays")}
        error={form.errorOf("barredDays")}
        value={[form.valueOf("barredDays") ?? []].flat()}
        options={WEEKDAYS.map((day) => ({
          id: String(day),
          label: capitalise(CALENDAR_WORDS[locale].weekdays[day - 1] ?? "", locale),
        }))}
      />
      <div className="pair">
        <TextInput {...form.field("barredFrom")} type="time" narrow label={t("barredFrom")} optional />
        <TextInput
          {...form.field("barredUntil")}
          type="time"
          narrow
          label={t("barredUntil")}
          hint={t("hoursHint")}
          optional
        />
      </div>
      <TextInput {...form.field("barredLastDay")} type="date" narrow label={t("barredLastDay")} optional />
    </fieldset>
  );
}
