"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";
import { Select, TextInput, type Option } from "@/components/ui/text-input";
import type { SectionFormState } from "./section-form-state";
import { useFieldLabel } from "./use-record-label";
import { useRows } from "@/components/form/use-rows";

/** Processors of the company as controller, article 28(3). */
export function SubProcessorRows({
  form,
  countries,
}: {
  form: SectionFormState;
  countries: readonly Option[];
}) {
  const t = useTranslations("record");
  const label = useFieldLabel("controller");
  const { rows, add, remove, canChange } = useRows(form.valueOf("subProcessors"));
  const field = (row: number, part: string) => ({
    ...form.choice(`subProcessors.${row}.${part}`),
    label: t(`subProcessor.${part}`),
    defaultValue: String(form.valueOf(`subProcessors.${row}.${part}`) ?? ""),
  });
  return (
    <FieldGroup
      id="subProcessors"
      label={label("subProcessors")}
      hint={t("form.blankRows")}
      error={form.errorOf("subProcessors")}
    >
      {rows.map((row, index) => (
        <fieldset key={row} className="border-b border-rule pb-4">
          <legend className="muted pt-3">{t("own.processor", { number: index + 1 })}</legend>
          <TextInput {...field(row, "name")} />
          <div className="pair">
            <Select {...field(row, "country")} blank={t("form.chooseCountry")} options={countries} />
            <TextInput {...field(row, "service")} optional />
          </div>
          {canChange && (
            <Button tone="bare" icon={X} onClick={() => remove(row)}>
              {t("form.remove")} <span className="sr">{t("own.processor", { number: index + 1 })}</span>
            </Button>
          )}
        </fieldset>
      ))}
      {canChange && (
        <Button className="mt-3" icon={Plus} onClick={add}>
          {t("own.addProcessor")}
        </Button>
      )}
    </FieldGroup>
  );
}
