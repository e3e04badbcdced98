"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import {
  ListInput,
  PartialDateInput,
  Select,
  TextArea,
  TextInput,
  type Option,
} from "@/components/ui/text-input";
import { ANSWERS, FREQUENCIES, SPECIAL_CATEGORIES } from "@/lib/domain/processing-record/content";
import type { RecordSection } from "@/lib/domain/processing-record/sections";
import { DestinationRows } from "./destination-rows";
import type { SectionFormState } from "./section-form-state";
import { SECTION_CONTROLS } from "./section-values";
import { SubProcessorRows } from "./sub-processor-rows";

type ControlProps = {
  form: SectionFormState;
  controllers: readonly { id: string; legalName: string }[];
  countries: readonly Option[];
};
type SectionControlsProps = ControlProps & {
  section: RecordSection;
  notes: Partial<Record<string, ReactNode>>;
};

/** The controls of a section, each with its gaps beside it. */
export function SectionControls({ section, notes, ...props }: SectionControlsProps) {
  return SECTION_CONTROLS[section].map((name) => (
    <Beside key={name} notes={notes[name]}>
      <Control name={name} {...props} />
    </Beside>
  ));
}

function Beside({ notes, children }: { notes?: ReactNode; children: ReactNode }) {
  if (!notes) return children;
  return (
    <div className="cols">
      <div>{children}</div>
      <div className="mt-4">{notes}</div>
    </div>
  );
}

const LISTS = ["operations", "measures", "persons", "dataCategories", "tools", "sites", "recipients"];
const DATES = ["startsOn", "endsOn", "reviewedOn", "reviewDueOn"];
const LINES = ["reference", "activity", "volumes", "contractReference"];
const HINTED = [
  "activity",
  "operations",
  "transferReason",
  "transferText",
  "measures",
  "measuresAbsentReason",
  "specialText",
];

function Control({ name, form, controllers, countries }: ControlProps & { name: string }) {
  const t = useTranslations("record");
  const text = form.valueOf(name);
  const hint = HINTED.includes(name) ? t(`form.hints.${name}`) : undefined;
  const common = { ...form.choice(name), defaultValue: typeof text === "string" ? text : "" };
  const label = name === "reference" || name === "controllerId" ? "" : t(`fields.${name}`);
  if (name === "reference")
    return <TextInput {...common} narrow label={t("form.reference")} hint={t("form.referenceHint")} />;
  if (name === "controllerId")
    return (
      <Select
        {...common}
        label={t("fields.controller")}
        blank={t("form.chooseController")}
        options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
      />
    );
  if (name === "destinations") return <DestinationRows form={form} countries={countries} />;
  if (name === "subProcessors") return <SubProcessorRows form={form} countries={countries} />;
  if (name === "specialCategories") return <SpecialCategories form={form} label={label} />;
  if (name === "exemptionClaimed")
    return (
      <div className="input">
        <Checkbox
          {...form.choice(name)}
          label={label}
          hint={t("form.hints.exemptionClaimed")}
          defaultChecked={text === "on" || text === "true"}
        />
      </div>
    );
  if (name.endsWith("Answer")) return <AnswerChoice name={name} form={form} label={label} />;
  if (name === "frequency")
    return (
      <Select
        {...common}
        narrow
        label={label}
        defaultValue={common.defaultValue || "unanswered"}
        options={FREQUENCIES.map((value) => ({ value, label: t(`frequencies.${value}`) }))}
      />
    );
  if (LISTS.includes(name)) return <ListInput {...common} label={label} hint={hint} />;
  if (DATES.includes(name)) return <PartialDateInput {...common} label={label} />;
  if (LINES.includes(name)) return <TextInput {...common} label={label} hint={hint} />;
  return <TextArea {...common} label={label} hint={hint} optional />;
}

function AnswerChoice({ name, form, label }: { name: string; form: SectionFormState; label: string }) {
  const t = useTranslations("record");
  const value = form.valueOf(name);
  const { error, ...registered } = form.choice(name);
  return (
    <FieldGroup
      id={name}
      label={label}
      error={error}
      hint={name === "transferAnswer" ? t("form.hints.transferAnswer") : undefined}
    >
      <div className="flex flex-wrap gap-x-6">
        {ANSWERS.map((answer) => (
          <label key={answer} className="check">
            <input
              {...registered}
              type="radio"
              className="dot"
              value={answer}
              defaultChecked={answer === (value || "unanswered")}
            />
            <span>{t(`answers.${answer}`)}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

function SpecialCategories({ form, label }: { form: SectionFormState; label: string }) {
  const t = useTranslations("record");
  const chosen = form.valueOf("specialCategories");
  const ticked = Array.isArray(chosen) ? chosen : [chosen];
  const { error, ...registered } = form.choice("specialCategories");
  return (
    <FieldGroup id="specialCategories" label={label} error={error}>
      {SPECIAL_CATEGORIES.map((category) => (
        <Checkbox
          key={category}
          {...registered}
          id={`specialCategories-${category}`}
          value={category}
          label={t(`specialCategories.${category}`)}
          defaultChecked={ticked.includes(category)}
        />
      ))}
    </FieldGroup>
  );
}
