"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { StopTimesFields, useTimesLabel } from "@/components/form/stop-times-fields";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Select, TextInput } from "@/components/ui/text-input";
import {
  CHOICE_OUTCOMES,
  CHOICE_SOURCES,
  RECORDED_ACTS,
  type RecordedAct,
} from "@/lib/domain/choice/choices";
import { ZONES } from "@/lib/domain/time/zones";
import { cityName } from "@/lib/i18n/calendar-words";
import { submitChoice } from "@/lib/features/choice/actions";
import { choiceSchema } from "@/lib/features/choice/schema";

type ChoiceFormProps = {
  countries: readonly { value: string; label: string }[];
  org: string;
  /** Act that the address of the page names; null where it names none. */
  act: RecordedAct | null;
  today: string;
  /** Hour in Casablanca, "14:05". */
  now: string;
  controllers: readonly { id: string; legalName: string }[];
};

export function ChoiceForm({ org, act, today, now, controllers, countries }: ChoiceFormProps) {
  const t = useTranslations("choice");
  const locale = useLocale();
  const timesLabel = useTimesLabel();
  const form = useServerForm({
    action: bindAction(submitChoice, org),
    schema: choiceSchema,
    initial: { act, on: today, time: now },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : timesLabel(path)),
    describeIssue: useNounIssues("choice"),
  });
  /** Whatever is asked to be confirmed stays, with its tick, while another field is corrected. */
  const isShown = (box: "isFarAhead" | "isAfterStop") =>
    form.errorOf(box) !== undefined || form.valueOf(box) !== undefined;
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <ControllerSelect
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
          blank={t("chooseAct")}
          options={RECORDED_ACTS.map((value) => ({ value, label: t(`acts.${value}`) }))}
          required
        />
        <Select
          {...form.field("outcome")}
          label={t("fields.outcome")}
          blank={t("chooseOutcome")}
          options={CHOICE_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          required
        />
      </div>
      <fieldset className="mt-6">
        <legend>{t("appointment.legend")}</legend>
        <p className="muted">{t("appointment.hint")}</p>
        <div className="pair">
          <TextInput {...form.field("callOn")} type="date" label={t("fields.callOn")} optional />
          <TextInput {...form.field("callTime")} type="time" label={t("fields.callTime")} optional />
        </div>
        {isShown("isFarAhead") && (
          <Checkbox
            name="isFarAhead"
            label={t("fields.isFarAhead")}
            defaultChecked={form.valueOf("isFarAhead") !== undefined}
          />
        )}
        <Select
          {...form.field("callZone")}
          label={t("fields.callZone")}
          hint={t("hints.callZone")}
          blank={t("appointment.zoneOfNumber")}
          options={ZONES.map((zone) => ({ value: zone, label: cityName(zone, locale) })).toSorted((a, b) =>
            a.label.localeCompare(b.label, locale),
          )}
        />
      </fieldset>
      <StopTimesFields form={form} />
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
        blank={t("chooseSource")}
        options={CHOICE_SOURCES.map((value) => ({ value, label: t(`sources.${value}`) }))}
        required
      />
      {isShown("isAfterStop") && (
        <Checkbox
          name="isAfterStop"
          label={t("fields.isAfterStop")}
          hint={form.errorOf("isAfterStop")}
          defaultChecked={form.valueOf("isAfterStop") !== undefined}
        />
      )}
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
