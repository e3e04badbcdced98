"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { FormNotice } from "./form-notice";
import { soleOf } from "./sole-of";
import { useNounIssues } from "./use-noun-issues";
import { useServerForm, type FormAction } from "./use-server-form";

type DatedEventFormProps = {
  noun: string;
  id: string;
  version: number;
  action: FormAction;
  schema: z.ZodType;
  events: readonly string[];
  /** Latest day allowed. */
  today: string;
  back: string;
  /** Says which events need no reason; without it all do. */
  reasonHint?: string;
};

export function DatedEventForm({
  noun,
  id,
  version,
  events,
  today,
  back,
  reasonHint,
  ...asked
}: DatedEventFormProps) {
  const t = useTranslations(noun);
  const form = useServerForm({
    ...asked,
    initial: { on: today, event: soleOf(events) },
    labelOf: (path) => (t.has(`state.${path}`) ? t(`state.${path}`) : undefined),
    describeIssue: useNounIssues(noun),
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
          value,
          label: t(`events.${value}.label`),
          hint: t(`events.${value}.hint`),
        }))}
      />
      <TextInput {...form.field("on")} type="date" max={today} narrow label={t("state.on")} required />
      <TextArea
        {...form.field("reason")}
        label={t("state.reason")}
        hint={reasonHint}
        dir="auto"
        required={reasonHint === undefined}
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("state.save")}</SubmitButton>
        <LinkButton href={back}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
