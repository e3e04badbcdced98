"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { type Option, TextInput } from "@/components/ui/text-input";
import { ControllerSelect } from "./controller-select";
import { FormNotice } from "./form-notice";
import { useNounIssues } from "./use-noun-issues";
import { type FormAction, useServerForm } from "./use-server-form";

type BeginFormProps = {
  noun: string;
  action: FormAction;
  schema: z.ZodType;
  controllers: readonly Option[];
  /** Named by the link that led to the form. */
  controllerId?: string;
  back: string;
};

/** Asks whose a document is and for its title: the rest is asked for afterwards, of that controller. */
export function BeginForm({ noun, controllers, controllerId, back, ...asked }: BeginFormProps) {
  const t = useTranslations(noun);
  const form = useServerForm({
    ...asked,
    initial: { controllerId },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues(noun),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <ControllerSelect
        {...form.field("controllerId")}
        label={t("fields.controllerId")}
        options={controllers}
        blank={t("new.choose")}
        required
      />
      <TextInput
        {...form.field("title")}
        label={t("fields.title")}
        hint={t("hints.title")}
        dir="auto"
        required
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("new.save")}</SubmitButton>
        <LinkButton href={back}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
