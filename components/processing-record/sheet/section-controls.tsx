"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ControllerSelect } from "@/components/form/controller-select";
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
import {
  ANSWERS,
  FREQUENCIES,
  LEGAL_BASES,
  MINORS_CONSENTS,
  SPECIAL_CATEGORIES,
} from "@/lib/domain/processing-record/content";
import type { RecordSection } from "@/lib/domain/processing-record/sections";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { ContractPicker } from "./contract-picker";
import { DestinationRows } from "./destination-rows";
import type { LinkPick } from "./link-pick";
import { ListedSubProcessorRows } from "./listed-sub-processor-rows";
import type { MeasureChoice } from "./measure-choices";
import { MeasurePicker } from "./measure-picker";
import { ProcedureSelect, type ProcedurePick } from "./procedure-select";
import type { SectionFormState } from "./section-form-state";
import { SECTION_CONTROLS } from "./section-values";
import type { SubProcessorPick } from "./sub-processor-pick";
import { SubProcessorRows } from "./sub-processor-rows";
import { useFieldLabel } from "./use-record-label";

type ControlProps = {
  capacity: Capacity;
  form: SectionFormState;
  controllers: readonly { id: string; legalName: string }[];
  countries: readonly Option[];
  measures?: { choices: readonly MeasureChoice[]; libraryHref: string };
  subProcessors?: SubProcessorPick;
  links?: LinkPick;
  procedures?: ProcedurePick;
};
type SectionControlsProps = ControlProps & {
  section: RecordSection;
  notes: Partial<Record<string, ReactNode>>;
};

export function SectionControls({ section, notes, ...props }: SectionControlsProps) {
  return SECTION_CONTROLS[section].map((name) => (
    <FieldWithNotes key={name} notes={notes[name]}>
      <Control name={name} {...props} />
    </FieldWithNotes>
  ));
}

function FieldWithNotes({ notes, children }: { notes?: ReactNode; children: ReactNode }) {
  if (!notes) return children;
  return (
    <div className="cols">
      <div>{children}</div>
      <div className="mt-4">{notes}</div>
    </div>
  );
}

const LISTS = [
  "operations",
  "purposes",
  "measures",
  "persons",
  "dataCategories",
  "tools",
  "sites",
  "recipients",
  "jointControllers",
  "cndpNumbers",
];
const ASKED_YES_OR_NO = ["targetsUnion"];
const DATES = ["startsOn", "endsOn", "reviewedOn", "reviewDueOn"];
const LINES = ["reference", "activity", "volumes"];
const HINTED = [
  "reference",
  "activity",
  "operations",
  "transferAnswer",
  "transferReason",
  "transferText",
  "measureIds",
  "contractIds",
  "contractReference",
  "measures",
  "measuresAbsentReason",
  "specialText",
  "minorsConsent",
  "minorsProcedureId",
  "exemptionClaimed",
];

function Control({
  name,
  capacity,
  form,
  controllers,
  countries,
  measures,
  subProcessors,
  links,
  procedures,
}: ControlProps & { name: string }) {
  const t = useTranslations("record");
  const labelOf = useFieldLabel(capacity);
  const hintOf = useHint(capacity);
  const text = form.valueOf(name);
  const hint = hintOf(name);
  const common = { ...form.choice(name), defaultValue: typeof text === "string" ? text : "" };
  const label = name === "reference" || name === "controllerId" ? "" : labelOf(name);
  if (name === "reference") return <TextInput {...common} narrow label={t("form.reference")} hint={hint} />;
  if (name === "controllerId")
    return (
      <ControllerSelect
        {...common}
        label={t("fields.controller")}
        blank={t("form.chooseController")}
        options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
      />
    );
  if (name === "destinations") return <DestinationRows form={form} countries={countries} pick={links} />;
  if (name === "contractIds")
    return links && <ContractPicker form={form} label={label} hint={hint} pick={links} />;
  if (name === "contractReference")
    return <TextInput {...common} label={t("form.contractWords")} hint={hint} />;
  if (name === "measureIds")
    return measures && <MeasurePicker form={form} label={label} hint={hint} {...measures} />;
  if (name === "subProcessors")
    return subProcessors ? (
      <ListedSubProcessorRows form={form} countries={countries} pick={subProcessors} />
    ) : (
      <SubProcessorRows form={form} countries={countries} />
    );
  if (name === "specialCategories")
    return <Ticks name={name} form={form} label={label} choices={SPECIAL_CATEGORIES} />;
  if (name === "legalBases")
    return <Ticks name={name} form={form} label={label} choices={LEGAL_BASES} hint={hint} />;
  if (name === "exemptionClaimed")
    return (
      <div className="input">
        <Checkbox
          {...form.choice(name)}
          label={label}
          hint={hint}
          defaultChecked={text === "on" || text === "true"}
        />
      </div>
    );
  if (name.endsWith("Answer") || ASKED_YES_OR_NO.includes(name))
    return <AnswerChoice name={name} form={form} label={label} hint={hint} />;
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
  if (name === "minorsConsent")
    return (
      <Select
        {...common}
        label={label}
        hint={hint}
        defaultValue={common.defaultValue || "unanswered"}
        options={MINORS_CONSENTS.map((value) => ({ value, label: t(`minorsConsents.${value}`) }))}
      />
    );
  if (name === "minorsProcedureId")
    return procedures && <ProcedureSelect {...common} label={label} hint={hint} pick={procedures} />;
  if (LISTS.includes(name)) return <ListInput {...common} label={label} hint={hint} />;
  if (DATES.includes(name)) return <PartialDateInput {...common} label={label} />;
  if (LINES.includes(name)) return <TextInput {...common} label={label} hint={hint} />;
  return <TextArea {...common} label={label} hint={hint} optional />;
}

/** Hints specific to this register replace the general ones. */
function useHint(capacity: Capacity): (name: string) => string | undefined {
  const t = useTranslations("record");
  return (name) => {
    const own = `own.hints.${name}` as "own.hints.purposes";
    if (capacity === "controller" && t.has(own)) return t(own);
    return HINTED.includes(name) ? t(`form.hints.${name}` as "form.hints.activity") : undefined;
  };
}

type ChoiceProps = { name: string; form: SectionFormState; label: string; hint?: string };

function AnswerChoice({ name, form, label, hint }: ChoiceProps) {
  const t = useTranslations("record");
  const value = form.valueOf(name);
  const { error, ...registered } = form.choice(name);
  return (
    <FieldGroup id={name} label={label} error={error} hint={hint}>
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

function Ticks({
  name,
  form,
  label,
  hint,
  choices,
}: ChoiceProps & { name: "specialCategories" | "legalBases"; choices: readonly string[] }) {
  const t = useTranslations("record");
  const chosen = form.valueOf(name);
  const ticked = Array.isArray(chosen) ? chosen : [chosen];
  const { error, ...registered } = form.choice(name);
  return (
    <FieldGroup id={name} label={label} error={error} hint={hint}>
      {choices.map((choice) => (
        <Checkbox
          key={choice}
          {...registered}
          id={`${name}-${choice}`}
          value={choice}
          label={t(`${name}.${choice}` as "legalBases.consent")}
          defaultChecked={ticked.includes(choice)}
        />
      ))}
    </FieldGroup>
  );
}
