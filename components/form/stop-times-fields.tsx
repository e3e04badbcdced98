import { useLocale, useTranslations } from "next-intl";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { TextInput } from "@/components/ui/text-input";
import { WEEKDAYS } from "@/lib/domain/choice/stop-times";
import { CALENDAR_WORDS } from "@/lib/i18n/calendar-words";
import { windowKey } from "@/lib/forms/stop-times-fields";
import { capitalise } from "@/lib/i18n/format";
import type { useServerForm } from "./use-server-form";

type Form = ReturnType<typeof useServerForm>;

type StopTimesFieldsProps = {
  form: Form;
  /** The times that are proposed may refuse more than the person said. */
  mayTakeMore?: boolean;
};

/** Asks for the times to which an objection is limited: days, a part of every day or of named ones, a last day. */
export function StopTimesFields({ form, mayTakeMore = false }: StopTimesFieldsProps) {
  const t = useTranslations("ui.times");
  const locale = useLocale();
  const nameOf = (day: number) => capitalise(CALENDAR_WORDS[locale].weekdays[day - 1] ?? "", locale);
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
          label: nameOf(day),
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
      <DayWindows form={form} nameOf={nameOf} />
      <TextInput {...form.field("barredLastDay")} type="date" narrow label={t("barredLastDay")} optional />
    </fieldset>
  );
}

/** Names the fields of these times in the summary of a refused form. */
export function useTimesLabel(): (path: string) => string | undefined {
  const t = useTranslations("ui.times");
  const locale = useLocale();
  return (path) => {
    const [, day, end] = /^barredWindows\.d([1-7])\.(from|until)$/.exec(path) ?? [];
    if (day !== undefined) {
      const name = capitalise(CALENDAR_WORDS[locale].weekdays[Number(day) - 1] ?? "", locale);
      return t(end === "from" ? "windowFrom" : "windowUntil", { day: name });
    }
    const known = TIMES_PATHS.find((one) => one === path);
    return known && t(known);
  };
}

const TIMES_PATHS = ["barredDays", "barredFrom", "barredUntil", "barredLastDay"] as const;

/** Asks for a part of each day of the week, shown at once where one is typed or refused. */
function DayWindows({ form, nameOf }: { form: Form; nameOf: (day: number) => string }) {
  const t = useTranslations("ui.times");
  const pathsOf = (day: number) => ({
    from: `barredWindows.${windowKey(day)}.from`,
    until: `barredWindows.${windowKey(day)}.until`,
  });
  const paths = WEEKDAYS.flatMap((day) => Object.values(pathsOf(day)));
  const isOpen = paths.some((path) => Boolean(form.valueOf(path)) || form.errorOf(path) !== undefined);
  return (
    <details className="mt-4" open={isOpen || undefined}>
      <summary className="min-h-6">{t("windows")}</summary>
      <p className="muted">{t("windowsHint")}</p>
      {WEEKDAYS.map((day) => {
        const { from, until } = pathsOf(day);
        const values = { day: nameOf(day) };
        return (
          <div key={day} className="pair">
            <TextInput {...form.field(from)} type="time" narrow label={t("windowFrom", values)} optional />
            <TextInput {...form.field(until)} type="time" narrow label={t("windowUntil", values)} optional />
          </div>
        );
      })}
    </details>
  );
}
