"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import type { ThreadState } from "@/lib/domain/thread/status";
import { messageSchema } from "@/lib/features/thread/schema";
import { ForeignNames } from "./foreign-names";
import type { ThreadPlace } from "./place";
import { threadAction } from "./thread-action";
import { useThreadIssues } from "./use-thread-issues";

type MessageFormProps = {
  place: ThreadPlace;
  about: { noun: string; id: string };
  /** Null before the first message. */
  state: ThreadState | null;
  /** Origin to which it returns. */
  from: "sheet" | "thread";
};

/** Begins, answers or reopens the thread. */
export function MessageForm({ place, about, state, from }: MessageFormProps) {
  const t = useTranslations("thread.ask");
  const form = useServerForm({
    action: threadAction("send", place),
    schema: messageSchema.pick({ text: true, areNamesConfirmed: true }),
    labelOf: () => t("text"),
    describeIssue: useThreadIssues(),
    // A sheet may have a part of this name.
    idPrefix: "message",
  });
  const act = state === null ? "first" : state === "closed" ? "reopen" : "answer";
  return (
    <form key={form.key} {...form.props} className="mt-4 print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="noun" value={about.noun} />
      <input type="hidden" name="subjectId" value={about.id} />
      <input type="hidden" name="from" value={from} />
      <TextArea {...form.field("text")} label={t(act)} hint={t("hint")} dir="auto" rows={4} required />
      <ForeignNames of={form.errorOf("areNamesConfirmed")} />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("send")}</SubmitButton>
      </div>
    </form>
  );
}
