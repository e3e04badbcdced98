"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { closingSchema } from "@/lib/features/thread/schema";
import { ForeignNames } from "./foreign-names";
import type { ThreadPlace } from "./place";
import { threadAction } from "./thread-action";
import { useThreadIssues } from "./use-thread-issues";

type ClosingFormProps = { place: ThreadPlace; id: string; seen: number };

export function ClosingForm({ place, id, seen }: ClosingFormProps) {
  const t = useTranslations("thread.close");
  const form = useServerForm({
    action: threadAction("end", place),
    schema: closingSchema.pick({ text: true, areNamesConfirmed: true }),
    labelOf: () => t("text"),
    describeIssue: useThreadIssues(),
    idPrefix: "closing",
  });
  return (
    <details className="mt-3 print:hidden" open={form.state.status !== "idle" || undefined}>
      <summary className="muted py-1">{t("open")}</summary>
      <form key={form.key} {...form.props}>
        <FormNotice {...form.notice} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <TextInput {...form.field("text")} label={t("text")} hint={t("hint")} dir="auto" required />
        <ForeignNames of={form.errorOf("areNamesConfirmed")} />
        <div className="form-end">
          <SubmitButton tone={undefined} pending={form.pending}>
            {t("send")}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
