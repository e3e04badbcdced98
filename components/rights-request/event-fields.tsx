"use client";

import { StopTimesFields } from "@/components/form/stop-times-fields";
import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { ExecutionReason, InstructionSelect } from "@/components/form/instruction-select";
import type { useServerForm } from "@/components/form/use-server-form";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import {
  ANSWER_CONTENTS,
  ANSWER_MEANS,
  ANSWERERS,
  DECISIONS,
  IMPOSSIBLE_REASONS,
  REFUSAL_GROUNDS,
  RELAY_MEANS,
  TASK_KINDS,
  TASK_OUTCOMES,
  type FactKind,
  type SetAsideCause,
} from "@/lib/domain/rights-request/facts";
import { NARROWINGS, STOP_EXTENTS } from "@/lib/domain/rights-request/rights";
import { LOCALE_NAMES, type Locale } from "@/lib/i18n/locale";
import { Codes } from "./event-codes";
import { NotReachedFields } from "./not-reached-fields";
import type { ExecutionRefusal, NameableInstructions } from "@/lib/domain/instruction/naming";

type Form = ReturnType<typeof useServerForm>;
type Option = { value: string; label: string };

/** Rows that an event may name. */
export type EventChoices = {
  controllers: readonly Option[];
  bases: NameableInstructions["options"];
  /** Refusals today of the execution of the instruction; none where nothing refuses it, or a reason is written already. */
  refusals: readonly ExecutionRefusal[];
  withheld: NameableInstructions["withheld"];
  proposals: readonly { id: string; label: string }[];
  documents: readonly Option[];
  task: { id: string; name: string } | null;
  /** Names of those to whom a relay by letter is written. */
  recipients: readonly string[];
  /** Outcome that the request writes into the register of choices; null where it ends no contact. */
  stops: "refused" | "withdrawn" | null;
  answerLanguage: Locale;
  /** Purposes of contacts, to one of which it may be narrowed. */
  purposes: readonly Option[];
  /** Times that its words name are proposed, and may refuse more than was said. */
  mayTakeMore: boolean;
  /** Causes for which it may be set aside, and whether its controller, that has it, is then told. */
  causes: readonly SetAsideCause[];
  isTold: boolean;
  /** Numbers and addresses that may be the person's, by their places in the request. */
  doubtful: readonly { id: string; label: string }[];
};

/** The fields that a kind of event reads, and no other. */
export function EventFields({ form, kind, ...of }: EventChoices & { form: Form; kind: FactKind }) {
  const t = useTranslations("rights-request.form");
  switch (kind) {
    case "placed":
      return (
        <>
          <ControllerSelect
            {...form.field("controllerId")}
            label={t("controllerId")}
            blank={t("choose")}
            options={of.controllers}
            required
          />
          {of.stops !== null && (
            <ExtentFields
              form={form}
              doubtful={of.doubtful}
              purposes={of.purposes}
              mayTakeMore={of.mayTakeMore}
            />
          )}
        </>
      );
    case "relayed":
    case "confirmed":
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
      return <InstructionFields form={form} bases={of.bases} withheld={of.withheld} />;
    case "refused":
      return <Codes form={form} name="ground" codes={REFUSAL_GROUNDS} words="grounds" />;
    case "not-ours":
      return (
        <>
          <Codes form={form} name="cause" codes={of.causes} words="causes" />
          {of.isTold && <p className="muted">{t("toldSetAside")}</p>}
        </>
      );
    case "answered":
      return (
        <>
          <PersonAnswerFields form={form} documents={of.documents} answerLanguage={of.answerLanguage} />
          <ExecutionReason {...form.field("instructionReason")} refusals={of.refusals} />
        </>
      );
    case "not-reached":
      return <NotReachedFields form={form} />;
    case "started":
      return <ExecutionReason {...form.field("instructionReason")} refusals={of.refusals} />;
    case "task-added":
      return <TaskFields form={form} proposals={of.proposals} />;
    case "task-answered":
      return <AnswerFields form={form} {...of} />;
    default:
      return null;
  }
}

/** Asks how far an objection or a withdrawal goes: everything, unless who read the words narrows it with a reason. */
function ExtentFields({
  form,
  doubtful,
  purposes,
  mayTakeMore,
}: { form: Form } & Pick<EventChoices, "doubtful" | "purposes" | "mayTakeMore">) {
  const t = useTranslations("rights-request");
  return (
    <>
      <RadioChoice
        {...form.choice("stops")}
        label={t("form.stops")}
        hint={t("form.stopsHint")}
        defaultValue={String(form.valueOf("stops") ?? "everything")}
        choices={STOP_EXTENTS.map((value) => ({ value, label: t(`stops.${value}`) }))}
      />
      <Select
        {...form.field("stopPurpose")}
        label={t("form.stopPurpose")}
        hint={t("form.stopPurposeHint")}
        blank={t("form.everyPurpose")}
        options={purposes}
      />
      <StopTimesFields form={form} mayTakeMore={mayTakeMore} />
      <Select
        {...form.field("narrowedBy")}
        label={t("form.narrowedBy")}
        blank={t("form.choose")}
        options={NARROWINGS.map((value) => ({ value, label: t(`narrowings.${value}`) }))}
      />
      {doubtful.length > 0 && (
        <CheckboxList
          name="dropped"
          label={t("form.dropped")}
          hint={t("form.droppedHint")}
          error={form.errorOf("dropped")}
          value={[form.valueOf("dropped") ?? []].flat()}
          options={doubtful}
        />
      )}
      {doubtful.length > 0 && (
        <TextArea
          {...form.field("droppedReason")}
          label={t("form.droppedReason")}
          hint={t("form.droppedReasonHint")}
          rows={2}
          dir="auto"
        />
      )}
    </>
  );
}

type InstructionFieldsProps = { form: Form } & Pick<EventChoices, "bases" | "withheld">;

function InstructionFields({ form, bases, withheld }: InstructionFieldsProps) {
  const t = useTranslations("rights-request.form");
  return (
    <>
      <Codes form={form} name="decision" codes={DECISIONS} words="decisions" />
      <InstructionSelect
        {...form.field("basis")}
        withheld={withheld}
        reason={form.field("instructionReason")}
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
          blank={t("form.choose")}
          options={TASK_KINDS.map((value) => ({ value, label: t(`taskKinds.${value}`) }))}
        />
        <TextInput {...form.field("taskName")} label={t("form.taskName")} dir="auto" optional />
      </div>
    </>
  );
}

/** Asks who answered the person, how, and what they were told; the text of an answer that leaves from here. */
function PersonAnswerFields({
  form,
  documents,
  answerLanguage,
}: { form: Form } & Pick<EventChoices, "documents" | "answerLanguage">) {
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
        hint={`${t("wordsLanguage", { language: LOCALE_NAMES[answerLanguage] })} ${t("wordsHint")}`}
        dir="auto"
        optional
      />
      {form.errorOf("words") && (
        <Checkbox
          name="isLanguageMeant"
          label={t("isLanguageMeant", { language: LOCALE_NAMES[answerLanguage] })}
          defaultChecked={Boolean(form.valueOf("isLanguageMeant"))}
        />
      )}
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
  const [t, words] = [useTranslations("rights-request.form"), useTranslations("rights-request")];
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
        {...form.field("reason")}
        label={t("reason")}
        hint={t("reasonHint")}
        blank={t("choose")}
        options={IMPOSSIBLE_REASONS.map((value) => ({ value, label: words(`reasons.${value}`) }))}
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
