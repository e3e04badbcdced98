"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import type { SubProcessorEvent } from "@/lib/domain/sub-processor/lifecycle";
import { changeState } from "@/lib/features/sub-processor/actions";
import { subProcessorMoveSchema } from "@/lib/features/sub-processor/schema";
import { useSubProcessorIssues } from "./use-sub-processor-words";

type StateFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly SubProcessorEvent[];
  today: string;
};

/** What took it off the list or puts it back, on which day, and why. */
export function StateForm({ org, id, version, events, today }: StateFormProps) {
  const t = useTranslations("sub-processor");
  const form = useServerForm({
    action: bindAction(changeState, org),
    schema: subProcessorMoveSchema.omit({ id: true, version: true }),
    initial: { on: today, event: events[0] },
    labelOf: (path) => (t.has(`state.${path}`) ? t(`state.${path}`) : undefined),
    say: useSubProcessorIssues(),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice state={form.state} errors={form.errors} restored={form.restored} />
      {form.state.status === "conflict" && (
        <p className="reason mt-3" role="alert">
          {t("changedMeanwhile")}
        </p>
      )}
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
      <TextInput {...form.field("on")} type="date" max={today} narrow label={t("state.on")} />
      <TextArea {...form.field("reason")} label={t("state.reason")} dir="auto" required />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("state.save")}</SubmitButton>
        <LinkButton href={`/${org}/sub-processors/${id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
