"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { CONFIRMATION_CONTROLS, emailValues } from "@/lib/domain/attachment/emailed";
import { TRANSITIONS, type Evidence } from "@/lib/domain/instruction/lifecycle";
import { stepInstruction } from "@/lib/features/instruction/actions";
import { WRITTEN_CHANNELS } from "@/lib/domain/instruction/types";
import type { loadMove } from "@/lib/features/instruction/loaders";
import { instructionMoveSchema } from "@/lib/features/instruction/schema";

type Move = Awaited<ReturnType<typeof loadMove>>;
type Form = ReturnType<typeof useServerForm>;

/** `id` of the form, for the file input outside it. */
export const MOVE = "instruction-move";

const typedSchema = instructionMoveSchema.omit({ id: true, version: true, event: true });

/** Asks for the evidence of this step alone. */
export function MoveForm({ org, move }: { org: string; move: Move }) {
  const t = useTranslations("instruction");
  const { event, instruction, now, recipient, emailed } = move;
  const needs = TRANSITIONS[event].needs;
  const form = useServerForm({
    action: bindAction(stepInstruction, org),
    schema: typedSchema,
    initial: { ...now, recipient, ...emailValues(emailed, CONFIRMATION_CONTROLS) },
    labelOf: (path) => (t.has(`move.${path}`) ? t(`move.${path}`) : undefined),
    describeIssue: useNounIssues("instruction", "instruction.refusals"),
  });
  return (
    <form key={form.key} {...form.props} id={MOVE}>
      <input type="hidden" name="id" value={instruction.id} />
      <input type="hidden" name="version" value={instruction.version} />
      <input type="hidden" name="event" value={event} />
      <Line>
        <FormNotice {...form.notice} conflict={t("move.changedMeanwhile")} />
        {needs.map((need) => (
          <EvidenceField key={need} need={need} move={move} form={form} />
        ))}
        <div className="pair">
          <TextInput {...form.field("on")} type="date" max={now.on} narrow label={t("move.on")} />
          <TextInput
            {...form.field("time")}
            type="time"
            narrow
            label={t("move.time")}
            optional={event !== "acknowledge"}
          />
        </div>
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t(`moves.${event}`)}</SubmitButton>
          <LinkButton href={`/${org}/instructions/${instruction.id}`}>{t("edit.cancel")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}

function EvidenceField({ need, move, form }: { need: Evidence; move: Move; form: Form }) {
  const t = useTranslations("instruction.move");
  switch (need) {
    case "note":
      return move.event === "contest" ? (
        <TextArea {...form.field("note")} label={t("reason")} hint={t("reasonHint")} required />
      ) : (
        <TextArea {...form.field("note")} label={t("note")} required />
      );
    case "source":
      return <TextInput {...form.field("source")} label={t("source")} hint={t("sourceHint")} required />;
    case "infringes":
      return (
        <TextInput {...form.field("infringes")} label={t("infringes")} hint={t("infringesHint")} required />
      );
    case "recipient":
      return (
        <TextInput
          {...form.field("recipient")}
          type="email"
          label={t("recipient")}
          hint={t("recipientHint", { language: move.language })}
          required
        />
      );
    case "writer":
      return (
        <>
          <TextInput
            {...form.field("writer")}
            label={t("writer")}
            list="instructors"
            autoComplete="off"
            required
          />
          <datalist id="instructors">
            {move.instructors.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      );
    case "medium":
      return <MediumField form={form} />;
    case "writing":
      return (
        <TextArea {...form.field("writing")} label={t("writing")} hint={t("writingHint")} rows={6} optional />
      );
    case "successor":
      return (
        <Select
          {...form.field("successor")}
          label={t("successor")}
          hint={move.successors.length === 0 ? t("noSuccessor") : undefined}
          blank=""
          options={move.successors.map(({ id, number, text }) => ({
            value: id,
            label: `${number} · ${text}`,
          }))}
          required
        />
      );
  }
}

function MediumField({ form }: { form: Form }) {
  const t = useTranslations("instruction");
  return (
    <RadioChoice
      {...form.choice("medium")}
      label={t("move.medium")}
      defaultValue={String(form.valueOf("medium") ?? "")}
      choices={WRITTEN_CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
    />
  );
}
