"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { RECEIVED_BY } from "@/lib/domain/outbox/letter-facts";
import { submitReceipt } from "@/lib/features/outbox/actions";
import { receivedFieldsSchema } from "@/lib/features/outbox/schema";

type ReceivedFormProps = { org: string; id: string; now: { on: string; time: string } };

/** Records a person's statement of receipt: author, means and instant. */
export function ReceivedForm({ org, id, now }: ReceivedFormProps) {
  const t = useTranslations("outbox");
  const form = useServerForm({
    action: bindAction(submitReceipt, org),
    schema: receivedFieldsSchema,
    initial: now,
    labelOf: (path) => (t.has(`received.${path}`) ? t(`received.${path}`) : undefined),
    describeIssue: useNounIssues("outbox"),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <TextInput
        {...form.field("reportedBy")}
        label={t("received.reportedBy")}
        hint={t("received.reportedByHint")}
        dir="auto"
        required
      />
      <Select
        {...form.field("channel")}
        label={t("received.channel")}
        blank={t("received.choose")}
        options={RECEIVED_BY.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
        required
      />
      <div className="pair">
        <TextInput {...form.field("on")} type="date" max={now.on} narrow label={t("received.on")} />
        <TextInput {...form.field("time")} type="time" narrow label={t("received.time")} />
      </div>
      <div className="form-end">
        <SubmitButton tone={undefined} pending={form.pending}>
          {t("received.act")}
        </SubmitButton>
      </div>
    </form>
  );
}
