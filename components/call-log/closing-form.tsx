"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { submitClosing } from "@/lib/features/call-log/actions";
import { closingSchema } from "@/lib/features/call-log/schema";

type ClosingFormProps = { org: string; id: string; judgementId: string; today: string };

/** Records what was done about calls outside instructions. */
export function ClosingForm({ org, id, judgementId, today }: ClosingFormProps) {
  const t = useTranslations("call-log");
  const form = useServerForm({
    action: bindAction(submitClosing, org),
    schema: closingSchema,
    initial: { on: today },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("call-log"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="judgementId" value={judgementId} />
      <TextInput {...form.field("on")} type="date" max={today} label={t("fields.on")} narrow required />
      <TextArea
        {...form.field("reason")}
        label={t("fields.reason")}
        hint={t("hints.reason")}
        dir="auto"
        required
      />
      <div className="form-end">
        <SubmitButton icon={Check} pending={form.pending}>
          {t("outside.close")}
        </SubmitButton>
      </div>
    </form>
  );
}
