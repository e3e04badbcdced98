"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { RadioChoice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { CURRENCIES } from "@/lib/domain/organisation/turnover";

/**
 * Worldwide turnover of the group, preceding financial year, article 83(4) and (5); dirhams need a rate and its day.
 */
export function TurnoverFields() {
  const t = useTranslations("organisation");
  const { field, choice, valueOf } = useFormAround();
  const currencies = CURRENCIES.map((value) => ({ value, label: t(`currencies.${value}`) }));
  const of = (name: "turnoverAmount" | "turnoverYearEnd" | "turnoverRate" | "turnoverRateOn") => ({
    ...field(name),
    label: t(`fields.${name}`),
    hint: t(`hints.${name}`),
    narrow: true,
    optional: true,
  });
  return (
    <>
      <div className="pair">
        <TextInput {...of("turnoverAmount")} inputMode="decimal" dir="ltr" />
        <TextInput {...of("turnoverYearEnd")} autoComplete="off" dir="ltr" />
      </div>
      <RadioChoice
        {...choice("turnoverCurrency")}
        label={t("fields.turnoverCurrency")}
        choices={currencies}
        defaultValue={valueOf("turnoverAmount") ? String(valueOf("turnoverCurrency") ?? "") : ""}
      />
      <div className="pair">
        <TextInput {...of("turnoverRate")} inputMode="decimal" dir="ltr" />
        <TextInput {...of("turnoverRateOn")} autoComplete="off" dir="ltr" />
      </div>
    </>
  );
}
