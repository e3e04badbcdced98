import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { AsOfRefusal } from "@/lib/domain/time/as-of";

type AsOfFormProps = {
  /** Action of the GET form. */
  action: string;
  /** Subject of the date: the register, one entry or the contracts. */
  of: "register" | "record" | "contracts";
  /** Day as written in the address. */
  on: string;
  refused: AsOfRefusal | null;
  /** ISO calendar date, the latest allowed. */
  today: string;
  /** Other parameters of the address, filters and view. */
  hidden?: Readonly<Record<string, string>>;
};

/** Uses a GET form, so that the day is in the address and needs no JavaScript. */
export function AsOfForm({ action, of, on, refused, today, hidden = {} }: AsOfFormProps) {
  const t = useTranslations("history.asOf");
  return (
    <form key={on} action={action} className="print:hidden">
      {Object.entries(hidden)
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <TextInput
        name="on"
        type="date"
        max={today}
        narrow
        required
        label={t(`fields.${of}`)}
        hint={t("hint")}
        error={refused ? t(`refusals.${refused}`, { given: on }) : undefined}
        defaultValue={on}
      />
      <div className="form-end">
        <Button type="submit">{t("see")}</Button>
      </div>
    </form>
  );
}
