"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { CHOICE_ACTS, CHOICE_OUTCOMES, CHOICE_SOURCES } from "@/lib/domain/choice/choices";
import { submitChoice } from "@/lib/features/choice/actions";
import { choiceSchema } from "@/lib/features/choice/schema";

type ChoiceFormProps = {
  countries: readonly { value: string; label: string }[];
  org: string;
  today: string;
  /** Hour in Casablanca, "14:05". */
  now: string;
  controllers: readonly { id: string; legalName: string }[];
};

export function ChoiceForm({ org, today, now, controllers, countries }: ChoiceFormProps) {
  const t = useTranslations("choice");
  const form = useServerForm({
    action: bindAction(submitChoice, org),
    schema: choiceSchema,
    initial: { act: "telephone", source: "call", on: today, time: now },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("choice"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <Select
        {...form.field("controllerId")}
        label={t("fields.controllerId")}
        blank={t("chooseController")}
        options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        required
      />
      <TextInput
        {...form.field("contact")}
        label={t("fields.contact")}
        hint={t("hints.contact")}
        dir="ltr"
        autoComplete="off"
        narrow
        required
      />
      <div className="pair">
        <Select
          {...form.field("act")}
          label={t("fields.act")}
          options={CHOICE_ACTS.map((value) => ({ value, label: t(`acts.${value}`) }))}
        />
        <Select
          {...form.field("outcome")}
          label={t("fields.outcome")}
          blank={t("chooseOutcome")}
          options={CHOICE_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          required
        />
      </div>
      <Select
        {...form.field("country")}
        label={t("fields.country")}
        hint={t("hints.country")}
        blank={t("check.everyCountry")}
        options={countries}
      />
      <TextInput
        {...form.field("purpose")}
        label={t("fields.purpose")}
        hint={t("hints.purpose")}
        dir="auto"
        optional
      />
      <div className="pair">
        <TextInput {...form.field("on")} type="date" max={today} label={t("fields.on")} required />
        <TextInput {...form.field("time")} type="time" label={t("fields.time")} required />
      </div>
      <Select
        {...form.field("source")}
        label={t("fields.source")}
        options={CHOICE_SOURCES.map((value) => ({ value, label: t(`sources.${value}`) }))}
      />
      <TextInput {...form.field("proof")} label={t("fields.proof")} hint={t("hints.proof")} dir="auto" />
      <TextInput
        {...form.field("validUntil")}
        type="date"
        label={t("fields.validUntil")}
        hint={t("hints.validUntil")}
        narrow
        optional
      />
      <div className="form-end">
        <SubmitButton icon={Check} pending={form.pending}>
          {t("record")}
        </SubmitButton>
        <LinkButton href={`/${org}/telephone/choices`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
