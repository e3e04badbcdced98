"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextArea, type Option } from "@/components/ui/text-input";
import { askFromPortal } from "@/lib/features/thread/actions";
import { questionSchema } from "@/lib/features/thread/schema";
import { useThreadIssues } from "./use-thread-issues";

type QuestionFormProps = { contact: string; subjects: readonly Option[] };

export function QuestionForm({ contact, subjects }: QuestionFormProps) {
  const t = useTranslations("thread");
  const labels: Record<string, string> = { about: t("list.subject"), text: t("ask.text") };
  const form = useServerForm({
    action: bindAction(askFromPortal, contact),
    schema: questionSchema,
    labelOf: (path) => labels[path],
    describeIssue: useThreadIssues(),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <Select
        {...form.field("about")}
        label={t("list.subject")}
        blank={t("ask.choose")}
        options={subjects}
        required
      />
      <TextArea
        {...form.field("text")}
        label={t("ask.text")}
        hint={t("ask.hint")}
        dir="auto"
        rows={4}
        required
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("ask.send")}</SubmitButton>
      </div>
    </form>
  );
}
