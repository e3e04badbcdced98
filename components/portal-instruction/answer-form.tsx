"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { HiddenInput } from "@/components/form/hidden-input";
import { SignWithKey } from "@/components/form/sign-with-key";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { askAnswerKey, sendAnswer } from "@/lib/features/portal-instruction/actions";
import type { loadInstruction } from "@/lib/features/portal-instruction/loaders";
import { instructionAnswerSchema } from "@/lib/features/portal-instruction/schema";

type LoadedInstruction = Awaited<ReturnType<typeof loadInstruction>>;
type AnswerProps = { contact: string; of: Pick<LoadedInstruction, "instruction" | "next" | "hasPasskey"> };

/** Replacing the instruction is a separate form. */
export function AnswerForm({ contact, of: { instruction, next, hasPasskey } }: AnswerProps) {
  const t = useTranslations("portal-instruction");
  const form = useAnswer(contact, { writing: instruction.text });
  const choices = (["confirm-in-writing", "confirm", "withdraw"] as const).filter((event) =>
    next.includes(event),
  );
  const here = `/portal/${contact}/instructions`;
  return (
    <form key={form.key} {...form.props}>
      <Notice form={form} />
      <Read form={form} instruction={instruction} />
      <RadioChoice
        {...form.choice("event")}
        label={t("answer.question")}
        defaultValue={String(form.valueOf("event") ?? (choices.length === 1 ? choices[0] : ""))}
        choices={choices.map((value) => ({
          value,
          label: t(`answers.${value}`),
          hint: t(`answerHints.${value}`),
        }))}
      />
      {next.includes("confirm-in-writing") && (
        <TextArea
          {...form.field("writing")}
          label={t("fields.writing")}
          hint={t("hints.writing")}
          rows={6}
          optional
        />
      )}
      <TextArea {...form.field("note")} label={t("fields.note")} rows={3} optional />
      <TextInput {...form.field("power")} label={t("fields.power")} hint={t("hints.power")} required />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("answer.send")}</SubmitButton>
        {hasPasskey && <SignWithKey ask={(sent) => askAnswerKey(contact, sent)} />}
        {next.includes("amend") && (
          <LinkButton href={`${here}/new?amends=${instruction.id}`}>{t("answers.amend")}</LinkButton>
        )}
        <LinkButton href={`${here}/${instruction.id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}

/** Acknowledges receipt; has no legal effect. */
export function AcknowledgeForm({ contact, of: { instruction } }: AnswerProps) {
  const t = useTranslations("portal-instruction");
  const form = useAnswer(contact);
  return (
    <form key={form.key} {...form.props}>
      <Notice form={form} />
      <Read form={form} instruction={instruction} />
      <HiddenInput form={form} name="event" value="acknowledge" />
      <HiddenInput form={form} name="power" value="" />
      <SubmitButton tone="bare" pending={form.pending}>
        {t("answers.acknowledge")}
      </SubmitButton>
    </form>
  );
}

function useAnswer(contact: string, initial?: { writing: string }) {
  const t = useTranslations("portal-instruction");
  return useServerForm({
    action: bindAction(sendAnswer, contact),
    schema: instructionAnswerSchema,
    initial,
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("instruction", "portal-instruction.refusals"),
  });
}

function Notice({ form }: { form: ReturnType<typeof useAnswer> }) {
  const t = useTranslations("portal-instruction");
  return (
    <>
      <FormNotice {...form.notice} />
      {form.state.status === "conflict" && (
        <p className="reason mt-3" role="alert">
          {t("answeredMeanwhile", { author: form.state.author })}
        </p>
      )}
    </>
  );
}

/** Version read, sent with the answer to detect concurrent changes. */
function Read({
  form,
  instruction,
}: { form: ReturnType<typeof useAnswer> } & Pick<LoadedInstruction, "instruction">) {
  return (
    <>
      <HiddenInput form={form} name="id" value={instruction.id} />
      <HiddenInput form={form} name="version" value={instruction.version} />
    </>
  );
}
