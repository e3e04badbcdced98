"use client";

import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { submitInformed } from "@/lib/features/breach-notice/actions";
import { INFORMED_KINDS, noticeInformedSchema } from "@/lib/features/breach-notice/schema";

type InformedFormProps = { org: string; partId: string; initial: { day: string; time: string } };

/** A call, an answer or knowledge from elsewhere, at its own instant. */
export function InformedForm({ org, partId, initial }: InformedFormProps) {
  const t = useTranslations("breach-notice");
  const form = useServerForm({
    action: bindAction(submitInformed, org),
    schema: noticeInformedSchema,
    initial,
    labelOf: (path) => (t.has(`informed.${path}`) ? t(`informed.${path}`) : undefined),
    describeIssue: useNounIssues("breach-notice"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="partId" value={partId} />
      <RadioChoice
        {...form.choice("kind")}
        label={t("informed.kind")}
        defaultValue={String(form.valueOf("kind") ?? "call-made")}
        choices={INFORMED_KINDS.map((value) => ({ value, label: t(`informed.kinds.${value}`) }))}
      />
      <TextInput {...form.field("who")} label={t("informed.who")} autoComplete="off" required />
      <TextInput {...form.field("day")} type="date" label={t("informed.day")} narrow required />
      <TextInput
        {...form.field("time")}
        type="time"
        label={t("informed.time")}
        hint={t("informed.zone")}
        narrow
        required
      />
      <TextInput {...form.field("source")} label={t("informed.source")} autoComplete="off" optional />
      <div className="form-end">
        <SubmitButton icon={Phone} pending={form.pending}>
          {t("informed.act")}
        </SubmitButton>
      </div>
    </form>
  );
}
