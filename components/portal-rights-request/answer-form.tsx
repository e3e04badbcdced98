"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { HiddenInput } from "@/components/form/hidden-input";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { REFUSAL_GROUNDS } from "@/lib/domain/rights-request/facts";
import { sendRightsAnswer } from "@/lib/features/portal-rights-request/actions";
import { rightsAnswerSchema, type PortalAnswer } from "@/lib/features/portal-rights-request/schema";

type AnswerFormProps = {
  contact: string;
  request: { id: string; version: number };
  answers: readonly PortalAnswer[];
};

export function AnswerForm({ contact, request, answers }: AnswerFormProps) {
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
