"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";
import { STATED_KINDS, type InstructionKind } from "@/lib/domain/instruction/kind";
import { stateInstructionKind } from "@/lib/features/instruction/actions";
import { instructionClassifySchema } from "@/lib/features/instruction/schema";

type KindFormProps = {
  org: string;
  instruction: { id: string; version: number; kind: InstructionKind };
};

const typedSchema = instructionClassifySchema.omit({ id: true, version: true });

/** Asks what a recorded instruction is about. */
export function KindForm({ org, instruction: { id, version, kind } }: KindFormProps) {
  const t = useTranslations("instruction");
  const form = useServerForm({
    action: bindAction(stateInstructionKind, org),
    schema: typedSchema,
    initial: { kind: kind === "unsaid" ? "" : kind },
    labelOf: (path) => (path === "kind" ? t("fields.kind") : undefined),
  });
  return (
    <form key={form.key} {...form.props}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <FormNotice {...form.notice} conflict={t("move.changedMeanwhile")} />
      <Select
        {...form.field("kind")}
        label={t("fields.kind")}
        hint={t("hints.kind")}
        blank={t("chooseKind")}
        options={STATED_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        required
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("kind.save")}</SubmitButton>
        <LinkButton href={`/${org}/instructions/${id}`}>{t("edit.cancel")}</LinkButton>
      </div>
    </form>
  );
}
