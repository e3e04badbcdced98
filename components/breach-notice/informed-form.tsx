"use client";

import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import type { InformedKind } from "@/lib/domain/breach/informed-lines";
import { submitInformed, submitInformedCorrection } from "@/lib/features/breach-notice/actions";
import { informedCorrectionSchema, noticeInformedSchema } from "@/lib/features/breach-notice/schema";

type Typed = { day: string; time: string; kind?: string; who?: string; source?: string; contactId?: string };
/** Kinds of line that are offered: of what took place alone. */
type Kinds = { kinds: readonly InformedKind[] };
type InformedFormProps = Kinds & { org: string; partId: string; initial: Typed };

/** A call, an answer or knowledge from elsewhere, at its own instant. */
export function InformedForm({ org, partId, initial, kinds }: InformedFormProps) {
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
      <InformedFields form={form} kinds={kinds} />
      <div className="form-end">
        <SubmitButton icon={Phone} pending={form.pending}>
          {t("informed.act")}
        </SubmitButton>
      </div>
    </form>
  );
}

type CorrectionProps = Kinds & { org: string; correctsId: string; initial: Typed };

/** The line as it should have been, or that it never was, with the reason. */
export function InformedCorrectionForm({ org, correctsId, initial, kinds }: CorrectionProps) {
  const t = useTranslations("breach-notice");
  const form = useServerForm({
    action: bindAction(submitInformedCorrection, org),
    schema: informedCorrectionSchema,
    initial,
    labelOf: (path) => (t.has(`informed.${path}`) ? t(`informed.${path}`) : undefined),
    describeIssue: useNounIssues("breach-notice"),
    idPrefix: `correction-${correctsId}`,
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="correctsId" value={correctsId} />
      <input type="hidden" name="contactId" value={initial.contactId ?? ""} />
      <InformedFields form={form} kinds={kinds} />
      <Checkbox
        id={`withdrawn-${correctsId}`}
        name="isWithdrawn"
        label={t("informed.isWithdrawn")}
        hint={t("informed.withdrawnHint")}
        defaultChecked={Boolean(form.valueOf("isWithdrawn"))}
      />
      <TextInput {...form.field("reason")} label={t("informed.reason")} dir="auto" required />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("informed.correct")}</SubmitButton>
      </div>
    </form>
  );
}

type Fields = Pick<ReturnType<typeof useServerForm>, "choice" | "field" | "valueOf">;

function InformedFields({ form, kinds }: Kinds & { form: Fields }) {
  const t = useTranslations("breach-notice");
  return (
    <>
      <RadioChoice
        {...form.choice("kind")}
        label={t("informed.kind")}
        defaultValue={String(form.valueOf("kind") ?? "")}
        choices={kinds.map((value) => ({ value, label: t(`informed.kinds.${value}`) }))}
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
    </>
  );
}
