"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { type WorkKind, workPath } from "@/lib/domain/dpo-work/kinds";
import type { EventField } from "@/lib/domain/dpo-work/lifecycle";
import { recordFact } from "@/lib/features/dpo-work/actions";
import { workFactSchema } from "@/lib/features/dpo-work/schema";

type FactFormProps = {
  org: string;
  kind: WorkKind;
  id: string;
  version: number;
  part: string;
  event: string;
  asks: readonly EventField[];
  /** Latest day allowed. */
  today: string;
};

const schema = workFactSchema.omit({ id: true, version: true });

export function FactForm({ org, kind, id, version, part, event, asks, today }: FactFormProps) {
  const t = useTranslations("dpo-work");
  const labels: Record<string, string> = {
    on: t("event.on"),
    detail: t.has(`asks.detail.${event}`) ? t(`asks.detail.${event}`) : "",
    nextOn: t.has(`asks.nextOn.${event}`) ? t(`asks.nextOn.${event}`) : "",
    amount: t("asks.amount"),
    reason: t("asks.reason"),
    event: t("event.event"),
  };
  const form = useServerForm({
    action: bindAction(recordFact, org),
    schema,
    initial: { on: today },
    labelOf: (path) => labels[path],
    describeIssue: useNounIssues("dpo-work"),
  });
  const shows = (name: EventField) => asks.includes(name);
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      {Object.entries({ id, version, kind, part, event }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput {...form.field("on")} type="date" max={today} narrow label={labels.on ?? ""} />
      {shows("amount") && (
        <TextInput
          {...form.field("amount")}
          {...{ type: "number", min: 1, inputMode: "numeric", narrow: true }}
          label={labels.amount ?? ""}
        />
      )}
      {shows("detail") && <TextInput {...form.field("detail")} label={labels.detail ?? ""} dir="auto" />}
      {shows("nextOn") && (
        <TextInput
          {...form.field("nextOn")}
          type="date"
          narrow
          label={labels.nextOn ?? ""}
          optional={event !== "review"}
        />
      )}
      {shows("reason") && (
        <TextArea {...form.field("reason")} label={labels.reason ?? ""} dir="auto" required />
      )}
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("event.save")}</SubmitButton>
        <LinkButton href={`/${org}${workPath(kind, id)}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
