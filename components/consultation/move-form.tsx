"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import type { ConsultationEvent } from "@/lib/domain/consultation/lifecycle";
import { changeConsultationState } from "@/lib/features/consultation/actions";
import { consultationMoveSchema } from "@/lib/features/consultation/schema";

type MoveFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly ConsultationEvent[];
  /** Latest day allowed. */
  today: string;
};

/** An opening that nothing warns of needs no reason. */
export function MoveForm({ org, id, version, events, today }: MoveFormProps) {
  const t = useTranslations("consultation");
  const form = useServerForm({
    action: bindAction(changeConsultationState, org),
    schema: consultationMoveSchema.omit({ id: true, version: true }),
    initial: { on: today, event: events[0] },
    labelOf: (path) => (t.has(`state.${path}`) ? t(`state.${path}`) : undefined),
    describeIssue: useNounIssues("consultation"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <RadioChoice
        {...form.choice("event")}
        label={t("state.event")}
        defaultValue={String(form.valueOf("event") ?? "")}
        choices={events.map((value) => ({
          ...{ value, label: t(`events.${value}.label`), hint: t(`events.${value}.hint`) },
        }))}
      />
      <TextInput {...form.field("on")} type="date" max={today} narrow label={t("state.on")} required />
      <TextArea
        {...form.field("reason")}
        label={t("state.reason")}
        hint={t("state.reasonHint")}
        dir="auto"
        rows={3}
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("state.save")}</SubmitButton>
        <LinkButton href={`/${org}/telephone/consultations/${id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
