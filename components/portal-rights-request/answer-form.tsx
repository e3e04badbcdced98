"use client";

import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { HiddenInput } from "@/components/form/hidden-input";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { ANSWER_CONTENTS, REFUSAL_GROUNDS } from "@/lib/domain/rights-request/facts";
import type { Zone } from "@/lib/domain/time/zones";
import { sendRightsAnswer } from "@/lib/features/portal-rights-request/actions";
import {
  OWN_MEANS,
  rightsAnswerSchema,
  type PortalAnswer,
} from "@/lib/features/portal-rights-request/schema";
import { cityName } from "@/lib/i18n/calendar-words";

type AnswerFormProps = {
  contact: string;
  request: { id: string; version: number };
  answers: readonly PortalAnswer[];
  /** Zone in which the day and hour of the answer are typed. */
  zone: Zone;
};

export function AnswerForm({ contact, request, answers, zone }: AnswerFormProps) {
  const t = useTranslations("rights-request");
  const form = useServerForm({
    action: bindAction(sendRightsAnswer, contact),
    schema: rightsAnswerSchema,
    labelOf: (path) => (t.has(`portal.${path}`) ? t(`portal.${path}`) : undefined),
    describeIssue: useNounIssues("rights-request"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} conflict={t("form.changedMeanwhile")} />
      <HiddenInput form={form} name="id" value={request.id} />
      <HiddenInput form={form} name="version" value={request.version} />
      <HiddenInput form={form} name="zone" value={zone} />
      <RadioChoice
        {...form.choice("answer")}
        label={t("portal.answer")}
        defaultValue={String(form.valueOf("answer") ?? "")}
        choices={answers.map((value) => ({ value, label: t(`portal.answers.${value}`) }))}
      />
      <TextInput {...form.field("power")} label={t("portal.power")} hint={t("portal.powerHint")} dir="auto" />
      {answers.includes("refused") && (
        <Select
          {...form.field("ground")}
          label={t("portal.ground")}
          blank={t("form.choose")}
          options={REFUSAL_GROUNDS.map((value) => ({ value, label: t(`grounds.${value}`) }))}
        />
      )}
      {answers.includes("answered") && <AnsweredFields form={form} zone={zone} />}
      <TextArea
        {...form.field("note")}
        rows={2}
        label={t("portal.note")}
        hint={t("portal.noteHint")}
        dir="auto"
        optional
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("portal.send")}</SubmitButton>
      </div>
    </form>
  );
}

/** Asks when and how the controller answered the person, and what it told them. */
function AnsweredFields({ form, zone }: { form: ReturnType<typeof useServerForm>; zone: Zone }) {
  const t = useTranslations("rights-request");
  const city = cityName(zone, useLocale());
  return (
    <fieldset>
      <legend>{t("portal.ifAnswered")}</legend>
      <div className="pair">
        <TextInput {...form.field("answeredOn")} type="date" narrow label={t("portal.answeredOn")} />
        <TextInput
          {...form.field("answeredTime")}
          type="time"
          narrow
          label={t("portal.answeredTime")}
          hint={t("portal.clock", { city })}
        />
      </div>
      <div className="pair">
        <Select
          {...form.field("means")}
          label={t("form.answerMeans")}
          blank={t("form.choose")}
          options={OWN_MEANS.map((value) => ({ value, label: t(`answerMeans.${value}`) }))}
        />
        <Select
          {...form.field("told")}
          label={t("form.answer")}
          blank={t("form.choose")}
          options={ANSWER_CONTENTS.map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
      </div>
    </fieldset>
  );
}
