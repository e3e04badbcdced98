import { useLocale, useTranslations } from "next-intl";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { TextInput } from "@/components/ui/text-input";
import { DAY_PARTS, WEEKDAYS } from "@/lib/domain/choice/stop-times";
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
      {DAY_PARTS.map((part) => (
        <DayWindows key={part} form={form} part={part} nameOf={nameOf} />
      ))}
      <TextInput {...form.field("barredLastDay")} type="date" narrow label={t("barredLastDay")} optional />
    </fieldset>
  );
}

/** Names the fields of these times in the summary of a refused form. */
export function useTimesLabel(): (path: string) => string | undefined {
  const t = useTranslations("ui.times");
  const locale = useLocale();
  return (path) => {
    const [, day, second, end] = /^barredWindows\.d([1-7])(b?)\.(from|until)$/.exec(path) ?? [];
    if (day !== undefined) {
      const name = capitalise(CALENDAR_WORDS[locale].weekdays[Number(day) - 1] ?? "", locale);
      return t(PART_WORDS[second === "b" ? 2 : 1][end === "from" ? "from" : "until"], { day: name });
    }
    const known = TIMES_PATHS.find((one) => one === path);
    return known && t(known);
  };
}

const TIMES_PATHS = ["barredDays", "barredFrom", "barredUntil", "barredLastDay"] as const;

/** Words of a group of parts of days, and of its fields. */
const PART_WORDS = {
  1: { group: "windows", hint: "windowsHint", from: "windowFrom", until: "windowUntil" },
  2: { group: "secondWindows", hint: "secondHint", from: "secondFrom", until: "secondUntil" },
} as const;

type DayWindowsProps = { form: Form; part: (typeof DAY_PARTS)[number]; nameOf: (day: number) => string };

/** Asks for the first or the second part of each day of the week, shown at once where one is typed or refused. */
function DayWindows({ form, part, nameOf }: DayWindowsProps) {
  const t = useTranslations("ui.times");
  const words = PART_WORDS[part];
  const pathsOf = (day: number) => ({
    from: `barredWindows.${windowKey(day, part)}.from`,
    until: `barredWindows.${windowKey(day, part)}.until`,
  });
  const paths = WEEKDAYS.flatMap((day) => Object.values(pathsOf(day)));
  const isOpen = paths.some((path) => Boolean(form.valueOf(path)) || form.errorOf(path) !== undefined);
  return (
    <details className="mt-4" open={isOpen || undefined}>
      <summary className="min-h-6">{t(words.group)}</summary>
      <p className="muted">{t(words.hint)}</p>
      {WEEKDAYS.map((day) => {
        const { from, until } = pathsOf(day);
        const values = { day: nameOf(day) };
        return (
          <div key={day} className="pair">
            <TextInput {...form.field(from)} type="time" narrow label={t(words.from, values)} optional />
            <TextInput {...form.field(until)} type="time" narrow label={t(words.until, values)} optional />
          </div>
        );
      })}
    </details>
  );
}
