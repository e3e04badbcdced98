import { useTranslations } from "next-intl";
import { Button } from "./button";
import { TextInput } from "./text-input";

type DayFormProps = {
  /** Action of the GET form. */
  action: string;
  /** Day as written in the address. */
  on: string;
  error?: string | undefined;
};

/** Shows a sheet as of a day, past or to come, under its head: a GET form, so that the day is in the address. */
export function DayForm({ action, on, error }: DayFormProps) {
  const t = useTranslations("ui.asOf");
  return (
    <form key={on} action={action} className="flex flex-wrap items-end gap-2 print:hidden">
      <TextInput name="on" type="date" narrow required label={t("label")} error={error} defaultValue={on} />
      <Button type="submit">{t("see")}</Button>
    </form>
  );
}
