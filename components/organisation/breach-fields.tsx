import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { TextInput } from "@/components/ui/text-input";

/** The organisation's own threshold of "without undue delay": article 33(2) names no hours. */
export function BreachFields() {
  const t = useTranslations("organisation");
  const { field } = useFormAround();
  return (
    <TextInput
      {...field("breachNoticeHours")}
      label={t("fields.breachNoticeHours")}
      hint={t("hints.breachNoticeHours")}
      inputMode="numeric"
      dir="ltr"
      narrow
      required
    />
  );
}
