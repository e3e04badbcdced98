"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { soleOf } from "@/components/form/sole-of";
import { useScripted } from "@/components/ui/use-scripted";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import {
  needsOf,
  EVIDENCE_FIELDS,
  type LineAnswer,
  type EvidenceField,
} from "@/lib/domain/contract-end/answers";
import { submitAnswer } from "@/lib/features/contract-end/actions";
import { lineFieldsSchema } from "@/lib/features/contract-end/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { AnswerField } from "./answer-field";
import type { LoadedEndLine } from "./loaded-end";
import { useAnswered, useEndIssues } from "./use-end-words";

type AnswerFormProps = {
  org: string;
  of: Pick<LoadedEndLine, "line" | "run" | "answers" | "today" | "chosenRecipient">;
  countries: readonly CountryOption[];
};

/** Asks for the evidence of the chosen answer alone. */
export function AnswerForm({
  org,
  of: { line, run, answers, today, chosenRecipient },
  countries,
}: AnswerFormProps) {
  const t = useTranslations("contract-end");
  const offered = answers.filter((answer) => answer !== "taken-back");
  const [picked, setPicked] = useState<LineAnswer>();
  const form = useServerForm({
    action: bindAction(submitAnswer, org),
    schema: lineFieldsSchema,
    initial: { on: today, recipient: chosenRecipient, answer: soleOf(offered) },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useEndIssues(),
  });
  const chosen = picked ?? (form.valueOf("answer") as LineAnswer | undefined);
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <Conflict state={form.state} />
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
      <RadioChoice
        {...form.choice("answer")}
        label={t("fields.answer")}
        defaultValue={String(form.valueOf("answer") ?? "")}
        onChange={(change) => setPicked(change.target.value as LineAnswer)}
        choices={offered.map((value) => ({
          value,
          label: t(`answers.${value}.label`),
          hint: t(`answers.${value}.hint`),
        }))}
      />
      {useFieldsOf(line, offered, chosen).map((name) => (
        <AnswerField key={name} {...{ name, form, today, countries }} kind={line.kind} />
      ))}
      {chosen && needsOf(chosen, { means: "" }, line).includes("document") && (
        <p className="muted mt-3">{t("hints.document")}</p>
      )}
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("line.save")}</SubmitButton>
        <LinkButton href={`/${org}/contracts/end/${run.id}`}>{t("line.back")}</LinkButton>
      </div>
    </form>
  );
}

/** Without JavaScript returns the fields of every possible answer. */
function useFieldsOf(
  line: LoadedEndLine["line"],
  offered: readonly LineAnswer[],
  chosen: LineAnswer | undefined,
): EvidenceField[] {
  const isScripted = useScripted();
  const answers = chosen ? [chosen] : isScripted ? [] : offered;
  const needed = new Set(answers.flatMap((answer) => needsOf(answer, { means: "" }, line)));
  return EVIDENCE_FIELDS.filter((field) => needed.has(field));
}

/** Shows a concurrent answer beside the typed values. */
function Conflict({ state }: Pick<ReturnType<typeof useServerForm>, "state">) {
  const t = useTranslations("contract-end.line");
  const answered = useAnswered();
  if (state.status !== "conflict") return null;
  const { answer } = state.current as { answer: LineAnswer | null };
  return (
    <p className="reason mt-3" role="alert">
      {t("changedMeanwhile", { author: state.author, answer: answered(answer) })}
    </p>
  );
}
