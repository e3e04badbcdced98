"use client";

import { useTranslations } from "next-intl";
import type { useServerForm } from "@/components/form/use-server-form";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import {
  AVAILABILITIES,
  BANDS,
  CONFIDENTIALITIES,
  IDENTIFICATIONS,
  INTEGRITIES,
  isEventKind,
  KINDS_OF_DATA,
  NATURES,
  PROTECTIONS,
  TOLD,
  type FactKind,
} from "@/lib/domain/breach/facts";
import { CIRCUMSTANCES } from "@/lib/domain/breach/precedent-cases";
import { InstantPair } from "./instant-pair";

type Form = ReturnType<typeof useServerForm>;
type FactFieldsProps = {
  form: Form;
  kind: FactKind;
  today: string;
  subProcessors: readonly { id: string; name: string }[];
};

/** The fields that a kind of fact reads, and no other. */
export function FactFields({ form, kind, today, subProcessors }: FactFieldsProps) {
  const t = useTranslations("breach.form");
  if (kind === "severity-input") return <SeverityFields form={form} />;
  if (kind === "severity-overruled") return <BandField form={form} />;
  if (kind === "delay-judged") return <DelayField form={form} />;
  const hasUntil = kind === "occurred" || kind === "told-by-sub-processor";
  return (
    <>
      {isEventKind(kind) && <InstantPair form={form} day="on" hour="time" today={today} />}
      {kind === "told-by-sub-processor" && (
        <Select
          {...form.field("subProcessorId")}
          label={t("labels.subProcessorId")}
          blank={t("choose")}
          options={subProcessors.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {kind === "told-by-sub-processor" && <ToldField form={form} />}
      {hasUntil && (
        <>
          <p className="muted mt-3">{t(kind === "occurred" ? "untilLead" : "reportedLead")}</p>
          <InstantPair form={form} day="untilOn" hour="until" today={today} />
        </>
      )}
      {kind === "nature" && <Ticks form={form} name="natures" of={NATURES} words="natures" />}
      {kind === "protection" && <ProtectionField form={form} />}
      {kind === "circumstance" && <CircumstanceField form={form} />}
      {(kind === "persons" || kind === "records") && <CountFields form={form} />}
      <TextArea
        {...form.field("text")}
        label={t("labels.text")}
        hint={kind === "client-title" ? t("clientTitleHint") : undefined}
        dir="auto"
      />
      {kind === "client-title" && form.errorOf("areNamesConfirmed") !== undefined && (
        <Checkbox
          name="areNamesConfirmed"
          label={t("labels.areNamesConfirmed")}
          hint={form.errorOf("areNamesConfirmed")}
        />
      )}
    </>
  );
}

function useCodes(group: string, codes: readonly string[]) {
  const t = useTranslations(`breach.${group}`);
  return codes.map((value) => ({ value, label: t(value) }));
}

/** Groups of EDPB 01/2021, by whose examples the breach is compared. */
function CircumstanceField({ form }: { form: Form }) {
  const t = useTranslations("breach.form");
  return (
    <RadioChoice
      {...form.choice("circumstance")}
      label={t("labels.circumstance")}
      hint={t("circumstanceHint")}
      defaultValue={String(form.valueOf("circumstance") ?? "")}
      choices={useCodes("circumstances", CIRCUMSTANCES)}
    />
  );
}

/** Article 33(2): a breach that is told starts our time, a suspicion does not. */
function ToldField({ form }: { form: Form }) {
  const t = useTranslations("breach.form");
  return (
    <RadioChoice
      {...form.choice("told")}
      label={t("labels.told")}
      hint={t("toldHint")}
      defaultValue={String(form.valueOf("told") ?? "")}
      choices={useCodes("told", TOLD)}
    />
  );
}

function ProtectionField({ form }: { form: Form }) {
  const t = useTranslations("breach.form");
  return (
    <RadioChoice
      {...form.choice("protection")}
      label={t("labels.protection")}
      defaultValue={String(form.valueOf("protection") ?? "")}
      choices={useCodes("protections", PROTECTIONS)}
    />
  );
}

function CountFields({ form }: { form: Form }) {
  const t = useTranslations("breach.form");
  return (
    <>
      <TextInput {...form.field("count")} inputMode="numeric" dir="ltr" narrow label={t("labels.count")} />
      <Checkbox
        name="isApproximate"
        label={t("labels.isApproximate")}
        defaultChecked={Boolean(form.valueOf("isApproximate"))}
      />
    </>
  );
}

type TicksProps = { form: Form; name: string; of: readonly string[]; words: string };

function Ticks({ form, name, of, words }: TicksProps) {
  const t = useTranslations("breach.form");
  const codes = useCodes(words, of);
  const ticked = [form.valueOf(name) ?? []].flat();
  return (
    <FieldGroup id={name} label={t(`labels.${name}`)} error={form.errorOf(name)}>
      {codes.map(({ value, label }) => (
        <Checkbox
          key={value}
          id={`${name}-${value}`}
          name={name}
          value={value}
          label={label}
          defaultChecked={ticked.includes(value)}
        />
      ))}
    </FieldGroup>
  );
}

const PARTS = [
  ["identification", IDENTIFICATIONS],
  ["confidentiality", CONFIDENTIALITIES],
  ["integrity", INTEGRITIES],
  ["availability", AVAILABILITIES],
] as const;

/** ENISA's inputs, each with the score that it brings; what nobody states is unknown. */
function SeverityFields({ form }: { form: Form }) {
  const t = useTranslations("breach.form");
  const words = useTranslations("breach.scores");
  const adjustments = [-3, -2, -1, 0, 1, 2, 3].map((value) => ({
    value: String(value),
    label: value > 0 ? `+${value}` : String(value),
  }));
  return (
    <>
      <p className="muted mt-3">{t("severityLead")}</p>
      <Ticks form={form} name="dataKinds" of={KINDS_OF_DATA} words="scores.dataKinds" />
      <Select
        {...form.field("contextAdjustment")}
        defaultValue={form.field("contextAdjustment").defaultValue || "0"}
        label={t("labels.contextAdjustment")}
        hint={t("adjustmentHint")}
        options={adjustments}
        narrow
      />
      {PARTS.map(([name, codes]) => (
        <Select
          key={name}
          {...form.field(name)}
          label={t(`labels.${name}`)}
          blank={t("unstated")}
          options={codes.map((value) => ({ value, label: words(`${name}.${value}`) }))}
        />
      ))}
      <RadioChoice
        {...form.choice("isMalicious")}
        label={t("labels.isMalicious")}
        defaultValue={String(form.valueOf("isMalicious") ?? "")}
        choices={[
          { value: "", label: t("unstated") },
          { value: "yes", label: words("isMalicious.yes") },
          { value: "no", label: words("isMalicious.no") },
        ]}
      />
    </>
  );
}

function DelayField({ form }: { form: Form }) {
  const t = useTranslations("breach.form");
  return (
    <RadioChoice
      {...form.choice("delay")}
      label={t("labels.delay")}
      hint={t("delayHint")}
      defaultValue={String(form.valueOf("delay") ?? "")}
      choices={useCodes("delays", ["prompt", "undue"])}
    />
  );
}

function BandField({ form }: { form: Form }) {
  const t = useTranslations("breach.form");
  return (
    <RadioChoice
      {...form.choice("band")}
      label={t("labels.band")}
      hint={t("bandHint")}
      defaultValue={String(form.valueOf("band") ?? "")}
      choices={useCodes("bands", BANDS)}
    />
  );
}
