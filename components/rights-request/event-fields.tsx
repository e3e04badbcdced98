"use client";

import { useTranslations } from "next-intl";
import type { useServerForm } from "@/components/form/use-server-form";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { RadioChoice } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import {
  ANSWER_CONTENTS,
  ANSWER_MEANS,
  ANSWERERS,
  DECISIONS,
  NOT_OURS,
  REFUSAL_GROUNDS,
  RELAY_MEANS,
  TASK_KINDS,
  TASK_OUTCOMES,
  type FactKind,
} from "@/lib/domain/rights-request/facts";

type Form = ReturnType<typeof useServerForm>;
type Option = { value: string; label: string };

/** Rows that an event may name. */
export type EventChoices = {
  controllers: readonly Option[];
  bases: readonly Option[];
  proposals: readonly { id: string; label: string }[];
  documents: readonly Option[];
  task: { id: string; name: string } | null;
  /** Names of those to whom a relay by letter is written. */
  recipients: readonly string[];
};

/** The fields that a kind of event reads, and no other. */
export function EventFields({ form, kind, ...of }: EventChoices & { form: Form; kind: FactKind }) {
  const t = useTranslations("rights-request.form");
  switch (kind) {
    case "placed":
      return (
        <Select
          {...form.field("controllerId")}
          label={t("controllerId")}
          blank={t("choose")}
          options={of.controllers}
          required
        />
      );
    case "relayed":
      return (
        <>
          <Codes form={form} name="means" codes={RELAY_MEANS} words="means" />
          {of.recipients.length > 0 && (
            <p className="muted">
              {t("letterTo", { count: of.recipients.length, names: of.recipients.join(", ") })}
            </p>
          )}
        </>
      );
    case "instructed":
      return <InstructionFields form={form} bases={of.bases} />;
    case "refused":
      return <Codes form={form} name="ground" codes={REFUSAL_GROUNDS} words="grounds" />;
    case "not-ours":
      return <Codes form={form} name="cause" codes={NOT_OURS} words="causes" />;
    case "answered":
      return <PersonAnswerFields form={form} documents={of.documents} />;
    case "task-added":
      return <TaskFields form={form} proposals={of.proposals} />;
    case "task-answered":
      return <AnswerFields form={form} {...of} />;
    default:
      return null;
  }
}

type CodesProps = { form: Form; name: string; codes: readonly string[]; words: string };

function Codes({ form, name, codes, words }: CodesProps) {
  const t = useTranslations("rights-request");
  return (
    <RadioChoice
      {...form.choice(name)}
      label={t(`form.${name}`)}
      defaultValue={String(form.valueOf(name) ?? "")}
      choices={codes.map((value) => ({ value, label: t(`${words}.${value}`) }))}
    />
  );
}

function InstructionFields({ form, bases }: { form: Form; bases: readonly Option[] }) {
  const t = useTranslations("rights-request.form");
  return (
    <>
      <Codes form={form} name="decision" codes={DECISIONS} words="decisions" />
      <Select
        {...form.field("basis")}
        label={t("basis")}
        hint={t("basisHint")}
        blank={t("choose")}
        options={bases}
        required
      />
    </>
  );
}

function TaskFields({ form, proposals }: { form: Form; proposals: EventChoices["proposals"] }) {
  const t = useTranslations("rights-request");
  return (
    <>
      {proposals.length > 0 && (
        <CheckboxList
          name="tasks"
          label={t("form.tasks")}
          error={form.errorOf("tasks")}
          value={[form.valueOf("tasks") ?? proposals.map(({ id }) => id)].flat()}
          options={proposals}
        />
      )}
      <div className="pair">
        <Select
          {...form.field("taskKind")}
          label={t("form.taskKind")}
          options={TASK_KINDS.map((value) => ({ value, label: t(`taskKinds.${value}`) }))}
        />
        <TextInput {...form.field("taskName")} label={t("form.taskName")} dir="auto" optional />
      </div>
    </>
  );
}

/** Asks who answered the person, how, and what they were told; the text of an answer that leaves from here. */
function PersonAnswerFields({ form, documents }: { form: Form } & Pick<EventChoices, "documents">) {
  const t = useTranslations("rights-request.form");
  return (
    <>
      <Codes form={form} name="answeredBy" codes={ANSWERERS} words="answerers" />
      <Codes form={form} name="answerMeans" codes={ANSWER_MEANS} words="answerMeans" />
      <Codes form={form} name="answer" codes={ANSWER_CONTENTS} words="answers" />
      <TextArea
        {...form.field("words")}
        rows={6}
        label={t("words")}
        hint={t("wordsHint")}
        dir="auto"
        optional
      />
      <Select
        {...form.field("documentId")}
        label={t("documentId")}
        blank={t("noDocument")}
        options={documents}
      />
    </>
  );
}

function AnswerFields({ form, task, documents }: { form: Form } & Pick<EventChoices, "task" | "documents">) {
  const t = useTranslations("rights-request.form");
  return (
    <>
      <input type="hidden" name="taskId" value={task?.id ?? ""} />
      <p className="mt-3">
        <b>
          <bdi dir="auto">{task?.name}</bdi>
        </b>
      </p>
      <Codes form={form} name="outcome" codes={TASK_OUTCOMES} words="outcomes" />
      <Select
        {...form.field("documentId")}
        label={t("documentId")}
        blank={t("noDocument")}
        options={documents}
      />
    </>
  );
}
