"use client";

import { useTranslations } from "next-intl";
import { InstructionSelect } from "@/components/form/instruction-select";
import { useFormAround } from "@/components/form/form-context";
import { RowsGroup } from "@/components/form/rows-group";
import { Select, TextArea, TextInput, type Option } from "@/components/ui/text-input";
import { CHOICE_ACTS } from "@/lib/domain/choice/choices";
import { CONSULTED_LANGUAGES, MOST_CONTACT_DAYS } from "@/lib/domain/consultation/content";
import { LONGEST_CONSENT_MONTHS } from "@/lib/domain/statute/telephone-consent";
import type { FIELD_NAMES } from "./use-consultation-words";
import type { NameableInstructions } from "@/lib/domain/instruction/naming";

type Name = (typeof FIELD_NAMES)[number];
type ConsultationFieldsProps = {
  labels: Record<Name, string>;
  instructions: NameableInstructions;
  countries: readonly Option[];
};

/** Fields of a consultation in the order in which they are asked. */
export function ConsultationFields({ labels, instructions, countries }: ConsultationFieldsProps) {
  const t = useTranslations("consultation");
  const { field } = useFormAround();
  const labelled = (name: Name) => ({
    ...field(name),
    label: labels[name],
    hint: t.has(`hints.${name}`) ? t(`hints.${name}`) : undefined,
  });
  return (
    <>
      <TextInput {...labelled("title")} dir="auto" required />
      <InstructionSelect
        {...labelled("instructionId")}
        options={instructions.options}
        withheld={instructions.withheld}
        reason={field("instructionReason")}
        blank={t("notStated")}
      />
      <div className="pair">
        <TextInput {...labelled("firstDay")} type="date" narrow />
        <TextInput {...labelled("lastDay")} type="date" narrow />
      </div>
      <TextInput {...labelled("months")} type="number" min={1} max={LONGEST_CONSENT_MONTHS} narrow />
      <TextInput {...labelled("contactDays")} type="number" min={0} max={MOST_CONTACT_DAYS} narrow />
      <QuestionRows label={labels.questions} countries={countries} />
    </>
  );
}

function QuestionRows({ label, countries }: { label: string; countries: readonly Option[] }) {
  const t = useTranslations("consultation");
  const acts = useTranslations("choice.acts");
  const { field } = useFormAround();
  return (
    <RowsGroup
      name="questions"
      label={label}
      hint={t("hints.questions")}
      nameOf={(number) => t("rows.questions.one", { number })}
      addLabel={t("rows.questions.add")}
      removeLabel={t("rows.remove")}
    >
      {(at) => (
        <>
          <Select
            {...field(`${at}.act`)}
            label={t("fields.act")}
            options={CHOICE_ACTS.map((value) => ({ value, label: acts(value) }))}
            blank={t("notStated")}
          />
          <div className="pair">
            <TextInput
              {...field(`${at}.purpose`)}
              label={t("fields.purpose")}
              hint={t("hints.purpose")}
              dir="auto"
            />
            <Select
              {...field(`${at}.country`)}
              label={t("fields.country")}
              options={countries}
              blank={t("notStated")}
            />
          </div>
          {CONSULTED_LANGUAGES.map((language) => (
            <TextArea
              key={language}
              {...field(`${at}.${language}`)}
              label={t(`fields.${language}`)}
              lang={language}
              dir={language === "ar" ? "rtl" : "ltr"}
              rows={2}
            />
          ))}
        </>
      )}
    </RowsGroup>
  );
}
