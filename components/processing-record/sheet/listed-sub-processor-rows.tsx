"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRows } from "@/components/form/use-rows";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";
import { Select, TextInput, type Option } from "@/components/ui/text-input";
import { callSubProcessor } from "@/lib/domain/processing-record/sub-processors";
import { InactiveSubProcessors } from "./inactive-sub-processors";
import type { SectionFormState } from "./section-form-state";
import type { SubProcessorPick } from "./sub-processor-pick";
import { useFieldLabel } from "./use-record-label";

type RowsProps = { form: SectionFormState; countries: readonly Option[]; pick: SubProcessorPick };

/**
 * Offers sub-processors active for the controller alone, article 28(2). A name older than the list remains until it is
 * matched.
 */
export function ListedSubProcessorRows({ form, countries, pick }: RowsProps) {
  const t = useTranslations("record.form");
  const label = useFieldLabel("processor");
  const { rows, add, remove, canChange } = useRows(form.valueOf("subProcessors"));
  return (
    <FieldGroup
      id="subProcessors"
      label={label("subProcessors")}
      hint={t("blankRows")}
      error={form.errorOf("subProcessors")}
    >
      {rows.map((row, index) => (
        <fieldset key={row} className="border-b border-rule pb-4">
          <legend className="muted pt-3">{t("subProcessor", { number: index + 1 })}</legend>
          <Row row={row} form={form} countries={countries} pick={pick} />
          {canChange && (
            <Button tone="bare" icon={X} onClick={() => remove(row)}>
              {t("remove")} <span className="sr">{t("subProcessor", { number: index + 1 })}</span>
            </Button>
          )}
        </fieldset>
      ))}
      {canChange && (
        <Button className="mt-3" icon={Plus} onClick={add}>
          {t("addSubProcessor")}
        </Button>
      )}
      <InactiveSubProcessors pick={pick} />
    </FieldGroup>
  );
}

function Row({ row, form, countries, pick }: RowsProps & { row: number }) {
  const t = useTranslations("record");
  const stated = (part: string) => String(form.valueOf(`subProcessors.${row}.${part}`) ?? "");
  const field = (part: string) => ({
    ...form.choice(`subProcessors.${row}.${part}`),
    label: t(`subProcessor.${part}`),
    defaultValue: stated(part),
  });
  const name = stated("name");
  const isNameAlone = name !== "" && stated("subProcessorId") === "";
  const { error: _error, ...choice } = form.choice(`subProcessors.${row}.name`);
  return (
    <>
      {isNameAlone && (
        <p className="pt-2">
          <b>{name}</b> <span className="muted">{t("form.listed.keeps")}</span>
        </p>
      )}
      <input type="hidden" {...choice} defaultValue={name} />
      <Select
        {...field("subProcessorId")}
        blank={t("form.listed.choose")}
        options={optionsOf(pick, stated("subProcessorId"))}
      />
      <div className="pair">
        {isNameAlone && <Select {...field("country")} blank={t("form.chooseCountry")} options={countries} />}
        <TextInput {...field("service")} optional />
      </div>
    </>
  );
}

/** Includes the current choice, active or not. */
function optionsOf({ statuses }: SubProcessorPick, status: string): Option[] {
  return statuses
    .filter(({ id, state }) => state === "active" || id === status)
    .map((listed) => ({ value: listed.id, label: callSubProcessor(listed) }));
}
