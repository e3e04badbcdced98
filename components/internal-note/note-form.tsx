"use client";

import { NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import type { Nameable } from "@/lib/domain/internal-note/mentions";
import { submitNote } from "@/lib/features/internal-note/actions";
import { noteSchema } from "@/lib/features/internal-note/schema";
import { MentionArea } from "./mention-area";

type NoteFormProps = { org: string; row: { noun: string; id: string }; members: readonly Nameable[] };

/** Writes a note on a row. */
export function NoteForm({ org, row, members }: NoteFormProps) {
  const t = useTranslations("internal-note");
  const form = useServerForm({
    action: bindAction(submitNote, org),
    schema: noteSchema,
    labelOf: (path) => (path === "text" ? t("fields.text") : undefined),
    describeIssue: useNounIssues("internal-note"),
  });
  return (
    <form {...form.props} key={form.key} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="noun" value={row.noun} />
      <input type="hidden" name="id" value={row.id} />
      <MentionArea
        {...form.field("text")}
        members={members}
        rows={5}
        maxLength={4000}
        label={t("fields.text")}
        hint={t("hints.text")}
      />
      <div className="form-end">
        <SubmitButton icon={NotebookPen} pending={form.pending}>
          {t("acts.write")}
        </SubmitButton>
      </div>
    </form>
  );
}
