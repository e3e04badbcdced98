"use client";

import { PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { PortalPart } from "@/components/shell/portal-page";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { NEEDED_BY } from "@/lib/domain/authorisation/choices";
import { sendDecision } from "@/lib/features/portal-decision/actions";
import { decisionFieldsSchema } from "@/lib/features/portal-decision/schema";
import { DecidedMeanwhile, DecisionReview, type Deciding } from "./decision-review";

/**
 * Reviews the choice before signing. Remains mounted when the request was decided meanwhile, so that typed values
 * survive.
 */
export function DecisionForm({ contact, of }: { contact: string; of: Deciding }) {
  const t = useTranslations("portal-decision");
  const form = useServerForm({
    action: bindAction(sendDecision, contact),
    schema: decisionFieldsSchema,
    initial: { signatory: of.signatory.name, capacity: of.signatory.capacity },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: ({ key }) => {
      const name = key.replace(/^authorisation\./, "");
      return key !== name && t.has(`refusals.${name}`) ? t(`refusals.${name}`) : undefined;
    },
  });
  const { state } = form;
  const isReasoned = of.choices.every((choice) => NEEDED_BY[choice] === "reason");
  if (state.status === "conflict") return <DecidedMeanwhile state={state} of={of} />;
  if (of.choices.length === 0) return null;
  if (state.status === "unconfirmed")
    return <DecisionReview contact={contact} values={state.values} action={form.props.action} of={of} />;
  return (
    <PortalPart id="decision" title={t("parts.decision")}>
      <form key={form.key} {...form.props}>
        <FormNotice {...form.notice} />
        <input type="hidden" name="step" value="review" />
        {(["id", "version", "textDigest", "listDigest"] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={of.request[name]} />
        ))}
        <RadioChoice
          {...form.choice("choice")}
          label={
            of.choices.includes("authorise")
              ? t(`question.${of.request.regime}`, { name: of.name })
              : t("fields.choice")
          }
          defaultValue={String(form.valueOf("choice") ?? "")}
          choices={of.choices.map((value) => ({
            value,
            label: t(`choices.${value}`),
            hint: t(`choiceHints.${value}`, { organisation: of.organisation }),
          }))}
        />
        {of.choices.includes("conditions") && (
          <div className="under-conditions">
            <TextArea
              {...form.field("conditions")}
              label={t("fields.conditions")}
              hint={t("hints.conditions")}
              rows={3}
              optional
            />
          </div>
        )}
        <TextArea
          {...form.field("reason")}
          label={t("fields.reason")}
          rows={2}
          optional={!isReasoned}
          required={isReasoned}
        />
        <TextInput {...form.field("signatory")} label={t("fields.signatory")} autoComplete="name" required />
        <TextInput
          {...form.field("capacity")}
          label={t("fields.capacity")}
          autoComplete="organization-title"
          required
        />
        <TextInput
          {...form.field("power")}
          label={t("fields.power")}
          hint={t("hints.power", { controller: of.controller })}
          required
        />
        <div className="form-end">
          <SubmitButton icon={PenLine} pending={form.pending}>
            {t("review.act")}
          </SubmitButton>
        </div>
      </form>
    </PortalPart>
  );
}
