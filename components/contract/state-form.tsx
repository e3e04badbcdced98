"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { soleOf } from "@/components/form/sole-of";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { TRANSITIONS, type ContractEventKind } from "@/lib/domain/contract/lifecycle";
import { changeState } from "@/lib/features/contract/actions";
import { contractMoveSchema } from "@/lib/features/contract/schema";

type StateFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly ContractEventKind[];
  today: string;
};

export function StateForm({ org, id, version, events, today }: StateFormProps) {
  const t = useTranslations("contract");
  const [picked, setPicked] = useState<ContractEventKind>();
  const chosen = picked ?? soleOf(events);
  const form = useServerForm({
    action: bindAction(changeState, org),
    schema: contractMoveSchema.omit({ id: true, version: true }),
    initial: { on: today, event: soleOf(events) },
    labelOf: (path) => (t.has(`state.${path}`) ? t(`state.${path}`) : undefined),
    describeIssue: useNounIssues("contract"),
  });
  const row = chosen && TRANSITIONS[chosen];
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <RadioChoice
        {...form.choice("event")}
        label={t("state.event")}
        defaultValue={String(form.valueOf("event") ?? "")}
        onChange={(change) => setPicked(change.target.value as ContractEventKind)}
        choices={events.map((value) => ({
          value,
          label: t(`events.${value}.label`),
          hint: t(`events.${value}.hint`),
        }))}
      />
      <TextInput
        {...form.field("on")}
        type="date"
        max={row && !row.mayBeToCome ? today : undefined}
        narrow
        label={t("state.on")}
      />
      <TextArea
        {...form.field("reason")}
        label={t("state.reason")}
        dir="auto"
        optional={row?.needsReason === false}
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("state.save")}</SubmitButton>
        <LinkButton href={`/${org}/contracts/${id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
