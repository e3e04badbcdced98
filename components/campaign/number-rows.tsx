"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { RowsGroup } from "@/components/form/rows-group";
import { Select, TextInput, type Option } from "@/components/ui/text-input";

/** Numbers that the people called see; the kind of each is read from its digits. */
export function NumberRows({ label, answers }: { label: string; answers: readonly Option[] }) {
  const t = useTranslations("campaign");
  const { field } = useFormAround();
  return (
    <RowsGroup
      name="numbers"
      label={label}
      hint={t("hints.numbers")}
      nameOf={(number) => t("rows.numbers.one", { number })}
      addLabel={t("rows.numbers.add")}
      removeLabel={t("rows.remove")}
    >
      {(at) => (
        <div className="pair">
          <TextInput {...field(`${at}.number`)} label={t("rows.numbers.number")} type="tel" dir="ltr" />
          <Select
            {...field(`${at}.authenticated`)}
            label={t("rows.numbers.authenticated")}
            options={answers}
            blank={t("notStated")}
          />
        </div>
      )}
    </RowsGroup>
  );
}
