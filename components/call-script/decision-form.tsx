"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { SignWithKey } from "@/components/form/sign-with-key";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { DECISION_OUTCOMES } from "@/lib/domain/call-script/approval";
import { askScriptKey, submitScriptDecision } from "@/lib/features/call-script/actions";
import { scriptDecisionSchema } from "@/lib/features/call-script/schema";

type DecisionFormProps = {
  contact: string;
  request: { id: string; digest: string };
  /** Whether the person may sign with a passkey. */
  hasPasskey: boolean;
};

/** Answers about the text whose digest the page was made with. */
export function DecisionForm({ contact, request, hasPasskey }: DecisionFormProps) {
  const t = useTranslations("call-script");
  const form = useServerForm({
    action: bindAction(submitScriptDecision, contact),
    schema: scriptDecisionSchema,
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("call-script"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="digest" value={request.digest} />
      <RadioChoice
        {...form.choice("outcome")}
        label={t("fields.outcome")}
        defaultValue={String(form.valueOf("outcome") ?? "")}
        choices={DECISION_OUTCOMES.map((value) => ({
          value,
          label: t(`portal.outcomes.${value}`),
          hint: t(`portal.outcomeHints.${value}`),
        }))}
      />
      <TextInput
        {...form.field("power")}
        label={t("portal.power")}
        hint={t("portal.powerHint")}
        dir="auto"
        required
      />
      <TextArea {...form.field("reason")} label={t("portal.reason")} dir="auto" optional />
      <div className="form-end">
        <SubmitButton icon={Check} pending={form.pending}>
          {t("portal.send")}
        </SubmitButton>
        {hasPasskey && <SignWithKey ask={(sent) => askScriptKey(contact, sent)} />}
      </div>
    </form>
  );
}
