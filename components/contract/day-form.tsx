import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

type DayFormProps = {
  /** Action of the GET form. */
  action: string;
  /** Day as written in the address. */
  on: string;
  isWrong: boolean;
};

/** Accepts past and future days by a GET form. */
export function DayForm({ action, on, isWrong }: DayFormProps) {
  const t = useTranslations("contract.asOf");
  return (
    <form key={on} action={action} className="flex flex-wrap items-end gap-2 print:hidden">
      <TextInput
        name="on"
        type="date"
        narrow
        required
        label={t("label")}
        error={isWrong ? t("wrong", { given: on }) : undefined}
        defaultValue={on}
      />
      <Button type="submit">{t("see")}</Button>
    </form>
  );
}
