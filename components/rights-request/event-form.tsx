"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useTimesLabel } from "@/components/form/stop-times-fields";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { FactKind } from "@/lib/domain/rights-request/facts";
import { submitEvent } from "@/lib/features/rights-request/actions";
import { requestEventSchema } from "@/lib/features/rights-request/schema";
import { EventFields, type EventChoices } from "./event-fields";

export type EventFormProps = EventChoices & {
  org: string;
  request: { id: string; version: number };
  kind: FactKind;
  now: { on: string; time: string };
  initial: Record<string, string>;
};

/** Asks for one event of a request: its instant, and what that event alone reads. */
export function EventForm({ org, request, kind, now, initial, ...choices }: EventFormProps) {
  const t = useTranslations("rights-request.form");
  const timesLabel = useTimesLabel();
  const form = useServerForm({
    action: bindAction(submitEvent, org),
    schema: requestEventSchema,
    initial: { ...now, ...initial },
    labelOf: (path) => (t.has(path) ? t(path) : timesLabel(path)),
    describeIssue: useNounIssues("rights-request"),
  });
  return (
    <form key={form.key} {...form.props}>
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <input type="hidden" name="kind" value={kind} />
      <Line>
        <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
        <EventFields form={form} kind={kind} {...choices} />
        <div className="pair">
          <TextInput {...form.field("on")} type="date" max={now.on} narrow label={t("on")} />
          <TextInput {...form.field("time")} type="time" narrow label={t("time")} hint={t("casablanca")} />
        </div>
        <div className="form-end">
          <SubmitButton icon={Check} pending={form.pending}>
            {t("save")}
          </SubmitButton>
          <LinkButton href={`/${org}/rights-requests/${request.id}`}>{t("cancel")}</LinkButton>
        </div>
        {kind === "instructed" && (
          <p className="mt-3">
            <Link href={`/${org}/instructions/new`} prefetch={false}>
              {t("newInstruction")}
            </Link>
          </p>
        )}
      </Line>
    </form>
  );
}
