"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitRunEvent } from "@/lib/features/contract-end/actions";
import { runEventSchema, type RunEventInput } from "@/lib/features/contract-end/schema";
import { useEndIssues } from "./use-end-words";

type RunEventFormProps = { org: string; run: { id: string; version: number }; event: RunEventInput["event"] };

export function RunEventForm({ org, run, event }: RunEventFormProps) {
  const t = useTranslations("contract-end");
  const form = useServerForm({
    action: bindAction(submitRunEvent, org),
    schema: runEventSchema.omit({ id: true, version: true, event: true }),
    labelOf: (path) => (path === "reason" ? t("fields.reason") : undefined),
    describeIssue: useEndIssues(),
  });
  return (
    <form key={form.key} {...form.props}>
      <p className="muted prose-line mt-3">{t(`turn.${event}.lead`)}</p>
      <FormNotice {...form.notice} conflict={t("close.changedMeanwhile")} />
      <input type="hidden" name="id" value={run.id} />
      <input type="hidden" name="version" value={run.version} />
      <input type="hidden" name="event" value={event} />
      <TextArea {...form.field("reason")} label={t("fields.reason")} dir="auto" required />
      <div className="form-end">
        <SubmitButton tone={event === "revoke" ? "irreversible" : undefined} pending={form.pending}>
          {t(`turn.${event}.act`)}
        </SubmitButton>
      </div>
    </form>
  );
}
