"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { soleOf } from "@/components/form/sole-of";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { TRANSITIONS, warningsOf, type RecordEventKind } from "@/lib/domain/processing-record/lifecycle";
import { changeState } from "@/lib/features/processing-record/actions";
import { recordMoveSchema } from "@/lib/features/processing-record/schema";
import { recordHref, type RecordPlace } from "./record-address";

type StateFormProps = RecordPlace & {
  version: number;
  events: readonly RecordEventKind[];
  requiredGaps: number;
  /** ISO calendar date, the latest that a fact may have. */
  today: string;
};

/** Records a dated fact with its reason and author. */
export function StateForm({ org, id, capacity, version, events, requiredGaps, today }: StateFormProps) {
  const t = useTranslations();
  const [picked, setPicked] = useState<RecordEventKind>();
  const chosen = picked && events.includes(picked) ? picked : soleOf(events);
  const form = useServerForm({
    action: bindAction(changeState, org),
    schema: recordMoveSchema.omit({ id: true, version: true }),
    initial: { on: today, event: soleOf(events) },
    labelOf: (path) => (t.has(`lifecycle.fields.${path}`) ? t(`lifecycle.fields.${path}`) : undefined),
    describeIssue: ({ key }) =>
      t.has(`lifecycle.refusals.${key}`) ? t(`lifecycle.refusals.${key}`) : undefined,
  });
  const warnings = chosen ? warningsOf(chosen, { requiredGaps }) : [];
  const needsReason = chosen !== undefined && TRANSITIONS[chosen].needsReason;
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} done={t("record.state.done")} conflict={t("record.page.conflict")} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <RadioChoice
        {...form.choice("event")}
        label={t("lifecycle.fields.event")}
        defaultValue={String(form.valueOf("event") ?? "")}
        onChange={(change) => setPicked(change.target.value as RecordEventKind)}
        choices={events.map((value) => ({
          value,
          label: t(`lifecycle.events.${value}`),
          hint: t(
            capacity === "controller" && value === "end"
              ? "record.own.endEffect"
              : `lifecycle.effects.${value}`,
          ),
        }))}
      />
      {warnings.map(({ key, count }) => (
        <p key={key} className="muted mt-3 prose-line">
          {t(`lifecycle.warnings.${key}`, { count })}
        </p>
      ))}
      <TextInput
        {...form.field("on")}
        type="date"
        max={today}
        narrow
        label={t("lifecycle.fields.on")}
        hint={t("record.state.onHint")}
      />
      <TextArea
        {...form.field("reason")}
        label={t("lifecycle.fields.reason")}
        optional={chosen !== undefined && !needsReason}
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("record.state.save")}</SubmitButton>
        <Link className="btn" href={recordHref({ org, id, capacity })} prefetch={false}>
          {t("record.form.back")}
        </Link>
      </div>
    </form>
  );
}
